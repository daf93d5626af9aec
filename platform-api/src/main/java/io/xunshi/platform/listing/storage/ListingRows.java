package io.xunshi.platform.listing.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.listing.ConditionReport;
import io.xunshi.platform.listing.GiftTerms;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingState;
import io.xunshi.platform.listing.Place;
import io.xunshi.platform.listing.RentalTerms;
import io.xunshi.platform.listing.ShippingTerms;
import io.xunshi.platform.listing.SwapTerms;
import io.xunshi.platform.listing.domain.Listing;
import io.xunshi.platform.listing.domain.Offer;
import io.xunshi.platform.media.PhotoId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Turns rows into listings; the one place that knows both. */
final class ListingRows {
    static final String COLUMNS = """
            id, code, item_id, seller, state, title, description, category_code, attributes, condition_code, price_fen, currency,
            district_code, lat, lon, photo_ids, for_sale, rental, swap, gift, shipping, stock, promised, report,
            version, created_at, published_at, updated_at, managed""";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> ATTRIBUTES = new TypeReference<>() {};

    private ListingRows() {}

    static Listing listing(Readable row) {
        return new Listing(
                new ListingId(required(row, "id", UUID.class)),
                required(row, "code", String.class),
                required(row, "item_id", UUID.class),
                new AccountId(required(row, "seller", UUID.class)),
                ListingState.valueOf(required(row, "state", String.class)),
                offer(row),
                required(row, "version", Long.class),
                required(row, "created_at", Instant.class),
                row.get("published_at", Instant.class),
                required(row, "updated_at", Instant.class),
                required(row, "managed", Boolean.class),
                required(row, "promised", Integer.class));
    }

    static Json attributes(Offer offer) {
        return Json.of(JSON.writeValueAsString(offer.attributes()));
    }

    /** Null where it is not lent. */
    static @Nullable Json rental(Offer offer) {
        var terms = offer.rental();
        return terms == null ? null : Json.of(JSON.writeValueAsString(terms));
    }

    /** Null where it is not to be swapped. */
    static @Nullable Json swap(Offer offer) {
        var terms = offer.swap();
        return terms == null ? null : Json.of(JSON.writeValueAsString(terms));
    }

    /** Null where it is not given away. */
    static @Nullable Json gift(Offer offer) {
        var terms = offer.gift();
        return terms == null ? null : Json.of(JSON.writeValueAsString(terms));
    }

    /** Null where it is not sent. */
    static @Nullable Json shipping(Offer offer) {
        var terms = offer.shipping();
        return terms == null ? null : Json.of(JSON.writeValueAsString(terms));
    }

    /** Null where nothing was answered. */
    static @Nullable Json report(Offer offer) {
        var report = offer.report();
        return report == null ? null : Json.of(JSON.writeValueAsString(report));
    }

    static Json wholeOffer(Offer offer) {
        return Json.of(text(offer));
    }

    static String text(Offer offer) {
        return JSON.writeValueAsString(offer);
    }

    static Offer offer(String text) {
        return JSON.readValue(text, Offer.class);
    }

    static UUID[] photoIds(Offer offer) {
        return offer.photos().stream().map(PhotoId::value).toArray(UUID[]::new);
    }

    private static Offer offer(Readable row) {
        return new Offer(
                required(row, "title", String.class),
                required(row, "description", String.class),
                row.get("category_code", String.class),
                JSON.readValue(required(row, "attributes", String.class), ATTRIBUTES),
                row.get("condition_code", String.class),
                price(row),
                row.get("district_code", String.class),
                place(row),
                Stream.of(required(row, "photo_ids", UUID[].class))
                        .map(PhotoId::new)
                        .toList(),
                required(row, "for_sale", Boolean.class),
                rental(row),
                swap(row),
                gift(row),
                shipping(row),
                row.get("stock", Integer.class),
                report(row));
    }

    private static @Nullable Money price(Readable row) {
        var amount = row.get("price_fen", Long.class);
        return amount == null ? null : new Money(amount, required(row, "currency", String.class));
    }

    private static @Nullable RentalTerms rental(Readable row) {
        var written = row.get("rental", String.class);
        return written == null ? null : JSON.readValue(written, RentalTerms.class);
    }

    private static @Nullable SwapTerms swap(Readable row) {
        var written = row.get("swap", String.class);
        return written == null ? null : JSON.readValue(written, SwapTerms.class);
    }

    private static @Nullable GiftTerms gift(Readable row) {
        var written = row.get("gift", String.class);
        return written == null ? null : JSON.readValue(written, GiftTerms.class);
    }

    private static @Nullable ShippingTerms shipping(Readable row) {
        var written = row.get("shipping", String.class);
        return written == null ? null : JSON.readValue(written, ShippingTerms.class);
    }

    private static @Nullable ConditionReport report(Readable row) {
        var written = row.get("report", String.class);
        return written == null ? null : JSON.readValue(written, ConditionReport.class);
    }

    private static @Nullable Place place(Readable row) {
        var lat = row.get("lat", Double.class);
        var lon = row.get("lon", Double.class);
        return lat == null || lon == null ? null : new Place(lat, lon);
    }
}
