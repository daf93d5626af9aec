package io.xunshi.platform.listing.domain;

import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.listing.ConditionReport;
import io.xunshi.platform.listing.GiftTerms;
import io.xunshi.platform.listing.Place;
import io.xunshi.platform.listing.RentalTerms;
import io.xunshi.platform.listing.ShippingTerms;
import io.xunshi.platform.listing.SwapTerms;
import io.xunshi.platform.media.PhotoId;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an owner says about a thing, finished or not: a draft may lack any of it. Text is in one written form (NFC)
 * without surrounding blanks.
 *
 * @param price what it costs; for a thing that is only lent, what it is worth; nothing for one that is given away
 * @param forSale whether it can be bought
 * @param rental on what terms it can be rented; null where it cannot
 * @param swap what its owner would take for it; null where it is not to be swapped
 * @param gift on what terms it is given away; null where it is not
 * @param shipping on what terms it can be sent to a buyer; null where it is only handed over in person
 * @param stock of how many same pieces the seller has, each at the price, promised ones among them; null for a unique
 *     thing
 * @param report what was answered about its condition; null where nothing was
 */
public record Offer(
        String title,
        String description,
        @Nullable String categoryCode,
        Map<String, String> attributes,
        @Nullable String conditionCode,
        @Nullable Money price,
        @Nullable String districtCode,
        @Nullable Place place,
        List<PhotoId> photos,
        boolean forSale,
        @Nullable RentalTerms rental,
        @Nullable SwapTerms swap,
        @Nullable GiftTerms gift,
        @Nullable ShippingTerms shipping,
        @Nullable Integer stock,
        @Nullable ConditionReport report) {

    public Offer {
        title = written(title);
        description = written(description);
        attributes = withoutEmpty(attributes);
        photos = photos.stream().distinct().toList();
        price = gift == null ? price : Money.fen(0);
        forSale = forSale && gift == null;
        shipping = forSale ? shipping : null;
    }

    /** An offer that only sells. */
    public Offer(
            String title,
            String description,
            @Nullable String categoryCode,
            Map<String, String> attributes,
            @Nullable String conditionCode,
            @Nullable Money price,
            @Nullable String districtCode,
            @Nullable Place place,
            List<PhotoId> photos) {
        this(
                title,
                description,
                categoryCode,
                attributes,
                conditionCode,
                price,
                districtCode,
                place,
                photos,
                true,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** The same said of another place. */
    public Offer at(@Nullable Place other) {
        return new Offer(
                title,
                description,
                categoryCode,
                attributes,
                conditionCode,
                price,
                districtCode,
                other,
                photos,
                forSale,
                rental,
                swap,
                gift,
                shipping,
                stock,
                report);
    }

    /** Whether it says the same in what a moderator looks at: words, kind of goods, answers, condition and photos. */
    public boolean saysTheSameAs(Offer other) {
        return title.equals(other.title)
                && description.equals(other.description)
                && Objects.equals(categoryCode, other.categoryCode)
                && attributes.equals(other.attributes)
                && Objects.equals(conditionCode, other.conditionCode)
                && Objects.equals(report, other.report)
                && photos.equals(other.photos);
    }

    /** Whether the condition is told alike of the same kind of goods. */
    public boolean reportsTheSameAs(Offer other) {
        return Objects.equals(categoryCode, other.categoryCode) && Objects.equals(report, other.report);
    }

    /** This offer's terms with what the other one says of the thing. */
    public Offer saying(Offer other) {
        return new Offer(
                other.title,
                other.description,
                other.categoryCode,
                other.attributes,
                other.conditionCode,
                price,
                districtCode,
                place,
                other.photos,
                forSale,
                rental,
                swap,
                gift,
                shipping,
                stock,
                other.report);
    }

    /** The same said at another price. */
    public Offer pricedAt(Money other) {
        return new Offer(
                title,
                description,
                categoryCode,
                attributes,
                conditionCode,
                other,
                districtCode,
                place,
                photos,
                forSale,
                rental,
                swap,
                gift,
                shipping,
                stock,
                report);
    }

    private static String written(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    }

    private static Map<String, String> withoutEmpty(Map<String, String> attributes) {
        var answered = new TreeMap<String, String>();
        attributes.forEach((code, value) -> {
            var text = written(value);
            if (!text.isEmpty()) {
                answered.put(code, text);
            }
        });
        return Map.copyOf(answered);
    }
}
