package io.xunshi.platform.listing.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingProblem;
import io.xunshi.platform.listing.domain.Listing;
import io.xunshi.platform.listing.domain.Offer;
import io.xunshi.platform.listing.storage.ListingRepository;
import io.xunshi.platform.media.Lookalikes;
import io.xunshi.platform.regulation.Devices;
import io.xunshi.platform.regulation.GoodsFacts;
import io.xunshi.platform.regulation.PhotoSign;
import io.xunshi.platform.regulation.TradeRules;
import io.xunshi.platform.regulation.Verdict;
import io.xunshi.platform.vehicle.Vehicles;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Holds what an owner says against the trade rules. */
@Component
public class HoldAgainstRules {
    private final ListingRepository listings;
    private final TradeRules tradeRules;
    private final Devices devices;
    private final Vehicles vehicles;
    private final Lookalikes lookalikes;

    HoldAgainstRules(
            ListingRepository listings,
            TradeRules tradeRules,
            Devices devices,
            Vehicles vehicles,
            Lookalikes lookalikes) {
        this.listings = listings;
        this.tradeRules = tradeRules;
        this.devices = devices;
        this.vehicles = vehicles;
        this.lookalikes = lookalikes;
    }

    /** What would happen if the owner published it now. Raises {@link ListingProblem#NOT_FOUND} for a stranger's. */
    public Mono<Verdict> preview(AccountId owner, ListingId id) {
        return listings.find(id)
                .filter(listing -> listing.seller().equals(owner))
                .switchIfEmpty(Mono.error(ListingProblem.NOT_FOUND::raise))
                .flatMap(listing -> judge(listing, listing.offer()));
    }

    /** @param offer what is or would be said in the listing */
    Mono<Verdict> judge(Listing listing, Offer offer) {
        return lookalikes
                .findJudgedForeign(offer.photos(), listing.seller())
                .hasElements()
                .map(foreign -> foreign ? Set.of(PhotoSign.JUDGED_FOREIGN) : Set.<PhotoSign>of())
                .flatMap(photos -> judge(listing, offer, photos));
    }

    /** @param photos what is known of them */
    Mono<Verdict> judge(Listing listing, Offer offer, Set<PhotoSign> photos) {
        return vehicles.signsOf(listing.itemId(), categoryOf(offer))
                .flatMap(vehicle -> tradeRules.judge(new GoodsFacts(
                        listing.itemId(),
                        listing.seller(),
                        categoryOf(offer),
                        offer.attributes(),
                        offer.title(),
                        offer.description(),
                        photos,
                        vehicle)));
    }

    /** Nothing where it may be offered or a moderator may allow it; else the refusal. */
    Mono<Void> checkNotRefused(Listing listing, Offer offer) {
        return judge(listing, offer)
                .ofType(Verdict.Refused.class)
                .flatMap(refused -> Mono.error(TradeRules.refusal(refused.rules())));
    }

    /** Says that the device or vehicle is on offer from now on, where it is one. */
    Mono<Void> offerDevice(Listing listing) {
        return devices.areIn(categoryOf(listing.offer()))
                ? devices.offer(listing.itemId(), listing.seller()).then(vehicles.offer(listing.itemId()))
                : Mono.empty();
    }

    Mono<Void> takeBackDevice(Listing listing) {
        return devices.areIn(categoryOf(listing.offer())) ? devices.takeBack(listing.itemId()) : Mono.empty();
    }

    private static String categoryOf(Offer offer) {
        return Objects.requireNonNullElse(offer.categoryCode(), "");
    }
}
