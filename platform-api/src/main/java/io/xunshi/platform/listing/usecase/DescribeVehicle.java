package io.xunshi.platform.listing.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingProblem;
import io.xunshi.platform.listing.domain.Listing;
import io.xunshi.platform.listing.storage.ListingRepository;
import io.xunshi.platform.regulation.DeviceNumber;
import io.xunshi.platform.regulation.Devices;
import io.xunshi.platform.regulation.Devices.CheckedNumber;
import io.xunshi.platform.vehicle.MileageReading;
import io.xunshi.platform.vehicle.VehicleKind;
import io.xunshi.platform.vehicle.VehiclePapers;
import io.xunshi.platform.vehicle.VehicleProblem;
import io.xunshi.platform.vehicle.VehicleView;
import io.xunshi.platform.vehicle.Vehicles;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** What an owner says of a vehicle: its number, its papers, and how far it has gone. */
@Component
public class DescribeVehicle {
    private static final String NUMBER = "number";

    private final ListingRepository listings;
    private final Devices devices;
    private final Vehicles vehicles;
    private final TransactionalOperator transaction;

    DescribeVehicle(ListingRepository listings, Devices devices, Vehicles vehicles, TransactionalOperator transaction) {
        this.listings = listings;
        this.devices = devices;
        this.vehicles = vehicles;
        this.transaction = transaction;
    }

    /**
     * Raises {@link ListingProblem#NOT_FOUND}, for a stranger's draft too, and {@link VehicleProblem#NOT_A_VEHICLE}.
     */
    public Mono<VehicleView> find(ListingId id, @Nullable AccountId reader) {
        return listings.find(id)
                .filter(listing ->
                        listing.state().isPublic() || listing.seller().equals(reader))
                .switchIfEmpty(Mono.error(ListingProblem.NOT_FOUND::raise))
                .flatMap(this::describe);
    }

    /**
     * While the listing is not public: what buyers read stays. Raises {@link VehicleProblem#NOT_A_VEHICLE},
     * {@link ListingProblem#NOT_EDITABLE} or field faults.
     *
     * @param number in place of the one entered before; null to leave that
     */
    public Mono<VehicleView> state(
            AccountId owner,
            ListingId id,
            @Nullable String number,
            VehiclePapers papers,
            List<MileageReading> readings) {
        return listings.find(id)
                .filter(listing -> listing.seller().equals(owner))
                .switchIfEmpty(Mono.error(ListingProblem.NOT_FOUND::raise))
                .map(this::kindOf)
                .flatMap(kind -> checked(kind, number))
                .flatMap(checked -> enter(owner, id, checked, papers, readings).as(transaction::transactional));
    }

    private Mono<VehicleView> enter(
            AccountId owner,
            ListingId id,
            List<CheckedNumber> number,
            VehiclePapers papers,
            List<MileageReading> readings) {
        return listings.findForUpdate(id)
                .filter(listing -> listing.seller().equals(owner))
                .switchIfEmpty(Mono.error(ListingProblem.NOT_FOUND::raise))
                .filter(listing -> listing.state().isPublishable())
                .switchIfEmpty(Mono.error(ListingProblem.NOT_EDITABLE::raise))
                .delayUntil(listing -> number.isEmpty() ? Mono.empty() : devices.enter(listing.itemId(), owner, number))
                .delayUntil(listing -> vehicles.state(listing.itemId(), owner, papers, readings))
                .flatMap(this::describe);
    }

    /** Nothing where none was typed. */
    private Mono<List<CheckedNumber>> checked(VehicleKind kind, @Nullable String number) {
        return number == null || number.isBlank()
                ? Mono.just(List.of())
                : devices.check(new DeviceNumber(kind.number(), number), NUMBER).map(List::of);
    }

    private Mono<VehicleView> describe(Listing listing) {
        return vehicles.find(
                        listing.itemId(), categoryOf(listing), listing.offer().attributes())
                .switchIfEmpty(Mono.error(VehicleProblem.NOT_A_VEHICLE::raise));
    }

    private VehicleKind kindOf(Listing listing) {
        return vehicles.kindOf(categoryOf(listing)).orElseThrow(VehicleProblem.NOT_A_VEHICLE::raise);
    }

    private static String categoryOf(Listing listing) {
        return Objects.requireNonNullElse(listing.offer().categoryCode(), "");
    }
}
