package io.xunshi.platform.marketday.usecase;

import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.Listings;
import io.xunshi.platform.marketday.MarketDayEvents.SaleFacts;
import io.xunshi.platform.marketday.MarketDayEvents.StallSold;
import io.xunshi.platform.marketday.storage.DayRepository;
import io.xunshi.platform.marketday.storage.SaleRepository;
import io.xunshi.platform.marketday.storage.SaleRepository.Due;
import io.xunshi.platform.marketday.storage.StallRepository;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Gives away the stalls of those who have not come, moves the waiting list up, and closes the books: a sale is sealed
 * when nobody can cancel it any more. Any replica may run it; of two that try, one does it.
 */
@Component
public class RunMarketTimers {
    private static final Logger log = LoggerFactory.getLogger(RunMarketTimers.class);
    private static final int DAYS = 100;
    private static final int SALES = 500;

    private final DayRepository days;
    private final StallRepository stalls;
    private final SaleRepository sales;
    private final TellHolders tellHolders;
    private final Listings listings;
    private final EventPublisher events;
    private final TransactionalOperator transaction;
    private final IdGenerator ids;
    private final Clock clock;

    RunMarketTimers(
            DayRepository days,
            StallRepository stalls,
            SaleRepository sales,
            TellHolders tellHolders,
            Listings listings,
            EventPublisher events,
            TransactionalOperator transaction,
            IdGenerator ids,
            Clock clock) {
        this.days = days;
        this.stalls = stalls;
        this.sales = sales;
        this.tellHolders = tellHolders;
        this.listings = listings;
        this.events = events;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${xunshi.marketday.timer-interval:5s}")
    public Mono<Void> runDue() {
        return Mono.defer(() -> runDue(clock.instant()));
    }

    private Mono<Void> runDue(Instant now) {
        return collected(days.findToGiveAway(now, DAYS))
                .concatMap(day -> safely(giveAway(day, now), day))
                .thenMany(Flux.defer(() -> collected(days.findToFill(now, DAYS))))
                .concatMap(day -> safely(fill(day), day))
                .thenMany(Flux.defer(() -> collected(sales.findDue(now, SALES))))
                .concatMap(sale -> safely(close(sale, now), sale))
                .then();
    }

    /** The connection of the reading is given back before anything is changed. */
    private static Flux<UUID> collected(Flux<UUID> found) {
        return found.collectList().flatMapIterable(due -> due);
    }

    private Mono<Void> safely(Mono<Void> work, UUID of) {
        return work.as(transaction::transactional).onErrorResume(error -> {
            log.warn("A timer of market days will be run again for {}: {}", of, error.toString());
            return Mono.empty();
        });
    }

    private Mono<Void> giveAway(UUID id, Instant now) {
        return days.lock(id)
                .flatMap(day -> days.claimGivingAway(id, now)
                        .filter(claimed -> claimed)
                        .flatMap(claimed -> stalls.giveAway(id).collectList())
                        .flatMap(givenAway -> tellHolders.ofGivingAway(day, givenAway)));
    }

    private Mono<Void> fill(UUID id) {
        return days.lock(id)
                .filter(day -> !day.isCancelled())
                .flatMap(day -> stalls.fill(id, day.plan().stalls())
                        .collectList()
                        .flatMap(assigned -> tellHolders.ofAssignment(day, assigned)));
    }

    private Mono<Void> close(UUID sale, Instant now) {
        return sales.claim(sale, now)
                .delayUntil(this::endListing)
                .flatMap(due -> events.publish(new StallSold(
                        ids.next(), due.sale().soldAt(), due.sale().id(), facts(due))));
    }

    private Mono<Void> endListing(Due due) {
        var listing = due.sale().goods().listingId();
        return listing == null
                ? Mono.empty()
                : listings.markSold(new ListingId(listing), due.sale().id());
    }

    private static SaleFacts facts(Due due) {
        var goods = due.sale().goods();
        return new SaleFacts(
                due.sale().code(),
                due.dayCode(),
                due.seller(),
                goods.categoryCode(),
                due.districtCode(),
                goods.conditionCode(),
                due.sale().price(),
                goods.listingId() != null,
                goods.snapshotHash(),
                goods.wipeCertificate());
    }
}
