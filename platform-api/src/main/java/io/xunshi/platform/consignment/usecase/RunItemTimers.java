package io.xunshi.platform.consignment.usecase;

import io.xunshi.platform.consignment.ConsignmentEvents;
import io.xunshi.platform.consignment.ConsignmentEvents.MarkdownAnnounced;
import io.xunshi.platform.consignment.ConsignmentEvents.TermEndAnnounced;
import io.xunshi.platform.consignment.ConsignmentEvents.TermEnded;
import io.xunshi.platform.consignment.domain.Agreement.Consignor;
import io.xunshi.platform.consignment.domain.ConsignedItem;
import io.xunshi.platform.consignment.domain.ItemState;
import io.xunshi.platform.consignment.domain.ItemTimer;
import io.xunshi.platform.consignment.domain.Markdown;
import io.xunshi.platform.consignment.storage.AgreementRepository;
import io.xunshi.platform.consignment.storage.ItemRepository;
import io.xunshi.platform.consignment.storage.TimerRepository;
import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.Listings;
import io.xunshi.platform.listing.ManagedListings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Does what agreements say will happen by itself. Any replica may run it: each timer is claimed by one conditional
 * statement in the transaction of what it does, so running it twice does it once. What an online buyer has held waits.
 */
@Component
public class RunItemTimers {
    private static final Logger log = LoggerFactory.getLogger(RunItemTimers.class);
    private static final int BATCH = 200;

    /** An item that is held for a buyer is free or sold soon. */
    private static final Duration LOOK_AGAIN = Duration.ofHours(1);

    private final TimerRepository timers;
    private final ItemRepository items;
    private final AgreementRepository agreements;
    private final Listings listings;
    private final ManagedListings managedListings;
    private final EventPublisher events;
    private final TransactionalOperator transaction;
    private final IdGenerator ids;
    private final Clock clock;

    RunItemTimers(
            TimerRepository timers,
            ItemRepository items,
            AgreementRepository agreements,
            Listings listings,
            ManagedListings managedListings,
            EventPublisher events,
            TransactionalOperator transaction,
            IdGenerator ids,
            Clock clock) {
        this.timers = timers;
        this.items = items;
        this.agreements = agreements;
        this.listings = listings;
        this.managedListings = managedListings;
        this.events = events;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${xunshi.consignment.timer-interval:2s}")
    public Mono<Void> runDue() {
        // Spring calls this once and subscribes again and again: what depends on the time must be deferred.
        return Mono.defer(() -> runDue(clock.instant()));
    }

    /** One after the other: an item's timers are due in their order. */
    private Mono<Void> runDue(Instant now) {
        return timers.findDue(now, BATCH).concatMap(timer -> run(timer, now)).then();
    }

    private Mono<Void> run(ItemTimer timer, Instant now) {
        return timers.claim(timer, now)
                .filter(claimed -> claimed)
                .flatMap(claimed -> items.find(timer.itemId()))
                .flatMap(item -> run(timer, item, now))
                .as(transaction::transactional)
                .onErrorResume(error -> {
                    log.warn("A timer of item {} will be run again: {}", timer.itemId(), error.toString());
                    return Mono.empty();
                });
    }

    private Mono<Void> run(ItemTimer timer, ConsignedItem item, Instant now) {
        if (timer.kind() == ItemTimer.Kind.REMIND) {
            return item.state() == ItemState.EXPIRED ? remind(timer, item, now) : Mono.empty();
        }
        if (item.state() != ItemState.ON_SALE) {
            return Mono.empty();
        }
        return switch (timer.kind()) {
            case ANNOUNCE_MARKDOWN ->
                tell(item, (to, code) -> new MarkdownAnnounced(ids.next(), now, item.id(), to, code, item.title()));
            case MARKDOWN -> markDown(timer, item, now);
            case ANNOUNCE_END ->
                tell(item, (to, code) -> new TermEndAnnounced(ids.next(), now, item.id(), to, code, item.title()));
            case END -> end(timer, item, now);
            case REMIND -> Mono.empty();
        };
    }

    private Mono<Void> markDown(ItemTimer timer, ConsignedItem item, Instant now) {
        return timers.findOf(item.id())
                .filter(other -> other.kind() == ItemTimer.Kind.MARKDOWN
                        && !other.dueAt().isAfter(now))
                .map(other -> new Markdown(1, Objects.requireNonNullElse(other.percentOff(), 0)))
                .collectList()
                .map(due -> Markdown.priceAfter(due, item.appraised(), item.minimum()))
                .flatMap(price -> lowerTo(price, item))
                .flatMap(lowered -> lowered ? Mono.empty() : timers.postpone(timer, now.plus(LOOK_AGAIN)));
    }

    /** False where it could not be done now. A price never goes up by itself. */
    private Mono<Boolean> lowerTo(Money price, ConsignedItem item) {
        var id = new ListingId(item.listingId());
        return listings.find(id)
                .flatMap(offer ->
                        price.compareTo(offer.price()) < 0 ? managedListings.reprice(id, price) : Mono.just(true));
    }

    private Mono<Void> end(ItemTimer timer, ConsignedItem item, Instant now) {
        return managedListings
                .withdraw(new ListingId(item.listingId()))
                .flatMap(withdrawn ->
                        withdrawn ? expire(timer, item, now) : timers.postpone(timer, now.plus(LOOK_AGAIN)));
    }

    private Mono<Void> expire(ItemTimer timer, ConsignedItem item, Instant now) {
        var reminder =
                new ItemTimer(item.id(), timer.number() + 1, ItemTimer.Kind.REMIND, now.plus(ItemTimer.GRACE), null);
        return items.move(item.id(), ItemState.ON_SALE, ItemState.EXPIRED, now)
                .flatMap(expired -> timers.add(reminder).then(Mono.defer(() -> tellEnded(expired, now))));
    }

    private Mono<Void> remind(ItemTimer timer, ConsignedItem item, Instant now) {
        return timers.postpone(timer, now.plus(ItemTimer.GRACE)).then(Mono.defer(() -> tellEnded(item, now)));
    }

    private Mono<Void> tellEnded(ConsignedItem item, Instant now) {
        return tell(item, (to, code) -> new TermEnded(ids.next(), now, item.id(), to, code, item.title()));
    }

    /** Only who has an account can be told. */
    private Mono<Void> tell(ConsignedItem item, News news) {
        return agreements.find(item.agreementId()).flatMap(agreement -> switch (agreement.consignor()) {
            case Consignor.Known known -> events.publish(news.to(known.account(), agreement.code()));
            case Consignor.OnPaper onPaper -> Mono.empty();
        });
    }

    /** What is told, once it is known to whom. */
    @FunctionalInterface
    private interface News {
        ConsignmentEvents to(AccountId consignor, String agreementCode);
    }
}
