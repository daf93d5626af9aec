package io.xunshi.platform.listing;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.media.PhotoId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Listings that a later module keeps on somebody's behalf. Their seller cannot edit, withdraw or republish them by
 * hand: what was agreed with a third person would be changed behind their back. All join the caller's transaction.
 */
public interface ManagedListings {

    /**
     * Lists a new item and publishes it at once, by the same rules as everybody's. Refuses with field faults as a
     * person would be refused. The photos must be the seller's.
     */
    Mono<ListingView> offer(AccountId seller, NewOffer offer);

    /** False where it is promised, sold or withdrawn, and the price stays. */
    Mono<Boolean> reprice(ListingId id, Money price);

    /** False where it is promised or sold; true where it is off the market afterwards. */
    Mono<Boolean> withdraw(ListingId id);

    /**
     * What is said of the thing; the place is made rough.
     *
     * @param report what was answered about its condition; null where nothing was
     */
    record NewOffer(
            String title,
            String description,
            String categoryCode,
            Map<String, String> attributes,
            String conditionCode,
            Money price,
            String districtCode,
            Place place,
            List<PhotoId> photos,
            @Nullable ConditionReport report) {

        public NewOffer {
            attributes = Map.copyOf(attributes);
            photos = List.copyOf(photos);
        }
    }
}
