package io.xunshi.platform.consignment.usecase;

import io.xunshi.platform.consignment.ConsignmentProblem;
import io.xunshi.platform.consignment.domain.ConsignedItem;
import io.xunshi.platform.consignment.domain.ItemState;
import io.xunshi.platform.consignment.domain.Lease;
import io.xunshi.platform.consignment.domain.Point;
import io.xunshi.platform.consignment.storage.ItemRepository;
import io.xunshi.platform.consignment.storage.LeaseRepository;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.ShortCode;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.Listings;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Keeps what a buyer has in hand at a counter from being bought online (柜台占用), for minutes: with the lock that any
 * buyer takes. A connection that is lost during them loses nothing.
 */
@Component
public class LeaseItems {
    private static final Logger log = LoggerFactory.getLogger(LeaseItems.class);
    private static final int BATCH = 200;

    private final Workplace workplace;
    private final ItemRepository items;
    private final LeaseRepository leases;
    private final Listings listings;
    private final TransactionalOperator transaction;
    private final IdGenerator ids;
    private final Clock clock;

    LeaseItems(
            Workplace workplace,
            ItemRepository items,
            LeaseRepository leases,
            Listings listings,
            TransactionalOperator transaction,
            IdGenerator ids,
            Clock clock) {
        this.workplace = workplace;
        this.items = items;
        this.leases = leases;
        this.listings = listings;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Begins a lease, or begins its time anew. Raises {@link ConsignmentProblem#NO_SUCH_ITEM}, or
     * {@link ConsignmentProblem#ITEM_NOT_AVAILABLE} where somebody was first.
     */
    @Transactional
    public Mono<Lease> lease(AccountId operator, String label) {
        return workplace
                .of(operator)
                .flatMap(point -> labelled(point, label)
                        .flatMap(item -> leases.prolong(item.id(), until())
                                .switchIfEmpty(Mono.defer(() -> begin(operator, point, item)))));
    }

    /** The thing goes back to its shelf. Does nothing where there is no lease. */
    @Transactional
    public Mono<Void> letGo(AccountId operator, String label) {
        return workplace.of(operator).flatMap(point -> labelled(point, label)).flatMap(this::end);
    }

    /** Ends the lease of a thing that is to be sold or to leave, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    Mono<Void> end(ConsignedItem item) {
        return leases.end(item.id()).flatMap(id -> listings.release(new ListingId(item.listingId()), id));
    }

    @Scheduled(fixedDelayString = "${xunshi.consignment.timer-interval:2s}")
    public Mono<Void> runDue() {
        // Spring calls this once and subscribes again and again: what depends on the time must be deferred.
        return Mono.defer(() -> runDue(clock.instant()));
    }

    private Mono<Void> runDue(Instant now) {
        return leases.findOver(now, BATCH).concatMap(lease -> run(lease, now)).then();
    }

    private Mono<Void> run(Lease lease, Instant now) {
        return leases.endOver(lease.itemId(), now)
                .flatMap(id -> listings.release(new ListingId(lease.listingId()), id))
                .as(transaction::transactional)
                .onErrorResume(error -> {
                    log.warn("The lease of item {} will be ended again: {}", lease.itemId(), error.toString());
                    return Mono.empty();
                });
    }

    private Mono<Lease> begin(AccountId operator, Point point, ConsignedItem item) {
        var listing = new ListingId(item.listingId());
        var lease = new Lease(ids.next(), item.id(), item.listingId(), point.id(), until());
        return Mono.just(item)
                .filter(found -> found.state() == ItemState.ON_SALE)
                .flatMap(found -> listings.reserve(listing, point.account(), lease.id()))
                .switchIfEmpty(Mono.error(ConsignmentProblem.ITEM_NOT_AVAILABLE::raise))
                .then(Mono.defer(() -> leases.add(lease, operator)))
                .thenReturn(lease);
    }

    private Mono<ConsignedItem> labelled(Point point, String label) {
        return items.findByCodeAt(point.id(), ShortCode.normalize(label))
                .switchIfEmpty(Mono.error(ConsignmentProblem.NO_SUCH_ITEM::raise));
    }

    private Instant until() {
        return clock.instant().plus(Lease.TIME);
    }
}
