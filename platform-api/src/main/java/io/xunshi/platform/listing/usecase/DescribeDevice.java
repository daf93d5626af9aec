package io.xunshi.platform.listing.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.AccountView;
import io.xunshi.platform.identity.Accounts;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingProblem;
import io.xunshi.platform.listing.domain.Listing;
import io.xunshi.platform.listing.storage.ListingRepository;
import io.xunshi.platform.regulation.DeviceNumber;
import io.xunshi.platform.regulation.Devices;
import io.xunshi.platform.regulation.Devices.CheckedNumber;
import io.xunshi.platform.regulation.Devices.Device;
import io.xunshi.platform.regulation.RegulationProblem;
import io.xunshi.platform.regulation.WipeDeclaration;
import io.xunshi.platform.regulation.WipeRecord.Verification;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** What an owner says of a thing that holds data: its numbers, and how it was wiped. */
@Component
public class DescribeDevice {
    private final ListingRepository listings;
    private final Devices devices;
    private final Accounts accounts;
    private final TransactionalOperator transaction;

    DescribeDevice(ListingRepository listings, Devices devices, Accounts accounts, TransactionalOperator transaction) {
        this.listings = listings;
        this.devices = devices;
        this.accounts = accounts;
        this.transaction = transaction;
    }

    /** Raises {@link ListingProblem#NOT_FOUND}, for a stranger's draft too. */
    public Mono<Described> find(ListingId id, @Nullable AccountId reader) {
        return listings.find(id)
                .filter(listing ->
                        listing.state().isPublic() || listing.seller().equals(reader))
                .switchIfEmpty(Mono.error(ListingProblem.NOT_FOUND::raise))
                .flatMap(listing -> describe(listing, reader));
    }

    /**
     * While the listing is not public: the numbers of what is on offer stay. Raises
     * {@link RegulationProblem#NOT_A_DEVICE}, {@link ListingProblem#NOT_EDITABLE} or field faults.
     */
    public Mono<Described> enterNumbers(AccountId owner, ListingId id, List<DeviceNumber> typed) {
        if (!typed.stream().allMatch(number -> number.kind().isOfDevice())) {
            return Mono.error(RegulationProblem.NOT_A_DEVICE.raise());
        }
        return devices.check(typed).flatMap(checked -> enter(owner, id, checked).as(transaction::transactional));
    }

    /** Until the thing is promised; a verified record stays. */
    public Mono<Described> declareWiped(AccountId owner, ListingId id, WipeDeclaration declaration) {
        return own(owner, id)
                .filter(listing -> listing.state().isEditable())
                .switchIfEmpty(Mono.error(ListingProblem.NOT_EDITABLE::raise))
                .delayUntil(listing -> devices.declareWiped(listing.itemId(), owner, declaration))
                .flatMap(listing -> describe(listing, owner))
                .as(transaction::transactional);
    }

    private Mono<Described> enter(AccountId owner, ListingId id, List<CheckedNumber> checked) {
        return own(owner, id)
                .filter(listing -> listing.state().isPublishable())
                .switchIfEmpty(Mono.error(ListingProblem.NOT_EDITABLE::raise))
                .delayUntil(listing -> devices.enter(listing.itemId(), owner, checked))
                .flatMap(listing -> describe(listing, owner));
    }

    private Mono<Listing> own(AccountId owner, ListingId id) {
        return listings.findForUpdate(id)
                .filter(listing -> listing.seller().equals(owner))
                .switchIfEmpty(Mono.error(ListingProblem.NOT_FOUND::raise))
                .filter(this::isDevice)
                .switchIfEmpty(Mono.error(RegulationProblem.NOT_A_DEVICE::raise));
    }

    private boolean isDevice(Listing listing) {
        return devices.holdDataIn(Objects.requireNonNullElse(listing.offer().categoryCode(), ""));
    }

    private Mono<Described> describe(Listing listing, @Nullable AccountId reader) {
        var isOwn = listing.seller().equals(reader);
        return devices.find(listing.itemId())
                .flatMap(device -> verifierOf(device)
                        .flatMap(accounts::find)
                        .map(verifier -> new Described(device, isDevice(listing), isOwn, verifier))
                        .defaultIfEmpty(new Described(device, isDevice(listing), isOwn, null)));
    }

    private static Mono<AccountId> verifierOf(Device device) {
        return Mono.justOrEmpty(Optional.ofNullable(device.wipeRecord())
                .flatMap(record -> Optional.ofNullable(record.verification()))
                .map(Verification::verifier));
    }

    /**
     * @param isDevice whether the category asks for any of it
     * @param isOwn whether the reader is the owner
     * @param verifier null where nobody verified it
     */
    public record Described(
            Device device,
            boolean isDevice,
            boolean isOwn,
            @Nullable AccountView verifier) {}
}
