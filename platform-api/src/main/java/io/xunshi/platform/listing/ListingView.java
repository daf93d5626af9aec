package io.xunshi.platform.listing;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.media.PhotoView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A listing that is or was published, as other modules see it.
 *
 * @param code what people read aloud, <code>L…</code>
 * @param itemId the thing; other offers over it share its lock
 * @param attributes answers to the category's questions, as text
 * @param price what it costs; for a thing that is not for sale, what it is worth; nothing for one that is given away
 * @param forSale whether it can be bought
 * @param rental on what terms it can be rented; null where it cannot
 * @param swap what its owner would take for it; null where it is not to be swapped
 * @param gift on what terms it is given away; null where it is not
 * @param shipping on what terms it can be sent to a buyer; null where it is only handed over in person
 * @param left how many pieces of a stock can be had, each at the price; null for a unique thing
 * @param report what its owner answered about its condition; null where nothing was answered
 * @param proofs told only to who reserves
 * @param version grows with every change, of state too
 */
public record ListingView(
        ListingId id,
        String code,
        UUID itemId,
        AccountId seller,
        ListingState state,
        String title,
        String description,
        String categoryCode,
        Map<String, String> attributes,
        String conditionCode,
        Money price,
        String districtCode,
        Place place,
        List<PhotoView> photos,
        boolean forSale,
        @Nullable RentalTerms rental,
        @Nullable SwapTerms swap,
        @Nullable GiftTerms gift,
        @Nullable ShippingTerms shipping,
        @Nullable Integer left,
        @Nullable ConditionReport report,
        long version,
        Instant createdAt,
        @Nullable Instant publishedAt,
        Instant updatedAt,
        Proofs proofs) {

    public ListingView {
        attributes = Map.copyOf(attributes);
        photos = List.copyOf(photos);
    }

    /** Only for sale, without proofs and without answers about its condition. */
    public ListingView(
            ListingId id,
            String code,
            UUID itemId,
            AccountId seller,
            ListingState state,
            String title,
            String description,
            String categoryCode,
            Map<String, String> attributes,
            String conditionCode,
            Money price,
            String districtCode,
            Place place,
            List<PhotoView> photos,
            long version,
            Instant createdAt,
            @Nullable Instant publishedAt,
            Instant updatedAt) {
        this(
                id,
                code,
                itemId,
                seller,
                state,
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
                null,
                version,
                createdAt,
                publishedAt,
                updatedAt,
                Proofs.NONE);
    }

    /** Whether it is one thing, and no stock of same pieces. */
    public boolean isUnique() {
        return left == null;
    }

    /** The same with what is frozen when somebody reserves it. */
    public ListingView with(Proofs found) {
        return new ListingView(
                id,
                code,
                itemId,
                seller,
                state,
                title,
                description,
                categoryCode,
                attributes,
                conditionCode,
                price,
                districtCode,
                place,
                photos,
                forSale,
                rental,
                swap,
                gift,
                shipping,
                left,
                report,
                version,
                createdAt,
                publishedAt,
                updatedAt,
                found);
    }
}
