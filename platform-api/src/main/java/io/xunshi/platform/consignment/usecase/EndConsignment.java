package io.xunshi.platform.consignment.usecase;

import io.xunshi.platform.consignment.ConsignmentProblem;
import io.xunshi.platform.consignment.domain.Agreement;
import io.xunshi.platform.consignment.domain.ConsignedItem;
import io.xunshi.platform.consignment.domain.EndChoice;
import io.xunshi.platform.consignment.domain.ItemState;
import io.xunshi.platform.consignment.domain.ItemTimer;
import io.xunshi.platform.consignment.storage.AgreementRepository;
import io.xunshi.platform.consignment.storage.ItemRepository;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.ShortCode;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ManagedListings;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** How a thing leaves without being sold: back to its owner at any time, otherwise only as the agreement says. */
@Component
public class EndConsignment {
    private final Workplace workplace;
    private final ItemRepository items;
    private final AgreementRepository agreements;
    private final LeaseItems leases;
    private final ManagedListings listings;
    private final Clock clock;

    EndConsignment(
            Workplace workplace,
            ItemRepository items,
            AgreementRepository agreements,
            LeaseItems leases,
            ManagedListings listings,
            Clock clock) {
        this.workplace = workplace;
        this.items = items;
        this.agreements = agreements;
        this.leases = leases;
        this.listings = listings;
        this.clock = clock;
    }

    /**
     * Gives it back to whoever brings the paper (退还). Raises {@link ConsignmentProblem#NO_SUCH_ITEM},
     * {@link ConsignmentProblem#PAPER_CODE_WRONG}, or {@link ConsignmentProblem#ITEM_NOT_AVAILABLE} for what is sold,
     * gone or promised to a buyer.
     */
    @Transactional
    public Mono<ConsignedItem> giveBack(AccountId operator, UUID id, String paperCode) {
        return own(operator, id)
                .filterWhen(item ->
                        agreementOf(item).map(agreement -> agreement.code().equals(ShortCode.normalize(paperCode))))
                .switchIfEmpty(Mono.error(ConsignmentProblem.PAPER_CODE_WRONG::raise))
                .filter(item -> item.state().next().contains(ItemState.RETURNED))
                .delayUntil(leases::end)
                .filterWhen(item -> listings.withdraw(new ListingId(item.listingId())))
                .flatMap(item -> items.move(item.id(), item.state(), ItemState.RETURNED, clock.instant()))
                .switchIfEmpty(Mono.error(ConsignmentProblem.ITEM_NOT_AVAILABLE::raise));
    }

    /**
     * Donates or recycles what nobody fetched in the grace period, where the consignor chose that at the intake. Raises
     * {@link ConsignmentProblem#NOT_BY_THE_AGREEMENT} otherwise.
     */
    @Transactional
    public Mono<ConsignedItem> dispose(AccountId operator, UUID id) {
        var now = clock.instant();
        return own(operator, id)
                .filter(item -> isKeptLongEnough(item, now))
                .flatMap(item -> agreementOf(item)
                        .filter(agreement -> agreement.endChoice() != EndChoice.RETURN)
                        .flatMap(agreement ->
                                items.move(item.id(), ItemState.EXPIRED, stateOf(agreement.endChoice()), now)))
                .switchIfEmpty(Mono.error(ConsignmentProblem.NOT_BY_THE_AGREEMENT::raise));
    }

    /** Raises {@link ConsignmentProblem#NO_SUCH_ITEM} for what is not here, as for another point's. */
    public Mono<ConsignedItem> putOnShelf(AccountId operator, UUID id, String shelf) {
        return workplace
                .of(operator)
                .filterWhen(point -> items.putOnShelf(point.id(), id, shelf))
                .flatMap(point -> items.findAt(point.id(), id))
                .switchIfEmpty(Mono.error(ConsignmentProblem.NO_SUCH_ITEM::raise));
    }

    private Mono<ConsignedItem> own(AccountId operator, UUID id) {
        return workplace
                .of(operator)
                .flatMap(point -> items.findAt(point.id(), id))
                .switchIfEmpty(Mono.error(ConsignmentProblem.NO_SUCH_ITEM::raise));
    }

    private Mono<Agreement> agreementOf(ConsignedItem item) {
        return agreements.find(item.agreementId());
    }

    private static boolean isKeptLongEnough(ConsignedItem item, Instant now) {
        var ended = item.endedAt();
        return item.state() == ItemState.EXPIRED
                && ended != null
                && !ended.plus(ItemTimer.GRACE).isAfter(now);
    }

    private static ItemState stateOf(EndChoice choice) {
        return switch (choice) {
            case RETURN -> ItemState.RETURNED;
            case DONATE -> ItemState.DONATED;
            case RECYCLE -> ItemState.RECYCLED;
        };
    }
}
