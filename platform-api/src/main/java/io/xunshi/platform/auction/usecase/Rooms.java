package io.xunshi.platform.auction.usecase;

import io.micrometer.core.instrument.MeterRegistry;
import io.xunshi.platform.auction.AuctionId;
import io.xunshi.platform.auction.storage.AuctionRepository;
import io.xunshi.platform.auction.storage.BidRepository;
import io.xunshi.platform.auction.storage.RoomChannel;
import io.xunshi.platform.auction.usecase.Room.Look;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * The auctions that pages of this replica watch. They are woken by what happens here, by other replicas' calls through
 * one subscription, and, should Redis be silent, by a look every few seconds.
 */
@Component
public class Rooms {
    /** More bids than that between two looks are read by each page itself. */
    private static final int LATEST = 20;

    private final AuctionRepository sales;
    private final BidRepository bids;
    private final RoomChannel channel;
    private final AuctionSettings settings;
    private final Map<AuctionId, Watched> rooms = new ConcurrentHashMap<>();
    private final Set<AuctionId> toBeCalled = ConcurrentHashMap.newKeySet();
    private final AtomicInteger watchers = new AtomicInteger();
    private final AtomicBoolean isListening = new AtomicBoolean();
    private final Sinks.Empty<Void> closing = Sinks.empty();

    Rooms(
            AuctionRepository sales,
            BidRepository bids,
            RoomChannel channel,
            AuctionSettings settings,
            MeterRegistry meters) {
        this.sales = sales;
        this.bids = bids;
        this.channel = channel;
        this.settings = settings;
        meters.gauge("xunshi.auction.watchers", watchers);
    }

    Room enter(AuctionId auction) {
        watchers.incrementAndGet();
        return rooms.compute(auction, (id, watched) -> watched == null ? watched(id) : watched.byOneMore())
                .room();
    }

    void leave(Room room) {
        watchers.decrementAndGet();
        rooms.computeIfPresent(room.auction(), (id, watched) -> watched.byOneLess());
    }

    /** When this server stops. */
    Mono<Void> closing() {
        return closing.asMono();
    }

    /** What is there now. */
    Mono<Look> look(AuctionId auction) {
        return sales.find(auction)
                .flatMap(sale -> bids.findAfter(auction, (long) sale.toldBids() - LATEST, LATEST)
                        .collectList()
                        .map(latest -> new Look(sale, latest)));
    }

    /** Wakes the auction's room here once the transaction has committed, and soon those of the other replicas. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> wakeAfterCommit(AuctionId auction) {
        return TransactionSynchronizationManager.forCurrentTransaction()
                .doOnNext(transaction -> transaction.registerSynchronization(new Wake(auction)))
                .then();
    }

    /** Many wakes of a moment become one call. */
    @Scheduled(fixedRateString = "${xunshi.auction.call-interval:20ms}")
    public Mono<Void> callOtherReplicas() {
        return Mono.defer(() -> {
            var auctions = List.copyOf(toBeCalled);
            auctions.forEach(toBeCalled::remove);
            return auctions.isEmpty() ? Mono.empty() : channel.call(auctions);
        });
    }

    /** So that silence means a broken subscription. */
    @Scheduled(fixedRateString = "${xunshi.auction.here-interval:5s}")
    public Mono<Void> sayHere() {
        return channel.here();
    }

    /** Listens until the subscription fails or falls silent, and begins anew a moment later; never twice at once. */
    @Scheduled(fixedRateString = "${xunshi.auction.listen-again:1s}")
    public Mono<Void> hearOtherReplicas() {
        return Mono.defer(() -> isListening.compareAndSet(false, true) ? listen() : Mono.empty());
    }

    /** What no call told. */
    @Scheduled(fixedDelayString = "${xunshi.auction.look-interval:5s}")
    public void lookForMissed() {
        rooms.values().forEach(watched -> watched.room().wake());
    }

    /** A server that stops lets its pages go to another one. */
    @EventListener(ContextClosedEvent.class)
    public void hangUp() {
        closing.tryEmitEmpty();
    }

    private Watched watched(AuctionId id) {
        return new Watched(new Room(id, this::look), 1);
    }

    private Mono<Void> listen() {
        return channel.calls()
                .timeout(settings.silenceMax())
                .takeUntilOther(closing.asMono())
                .concatMap(auctions -> Flux.fromIterable(auctions).doOnNext(this::wakeHere))
                .then()
                .onErrorResume(silent -> Mono.empty())
                .doFinally(end -> isListening.set(false));
    }

    private void wakeHere(AuctionId auction) {
        var watched = rooms.get(auction);
        if (watched != null) {
            watched.room().wake();
        }
    }

    private record Watched(Room room, int pages) {

        Watched byOneMore() {
            return new Watched(room, pages + 1);
        }

        /** Null, and so no entry, for the last one. */
        @Nullable
        Watched byOneLess() {
            return pages == 1 ? null : new Watched(room, pages - 1);
        }
    }

    private final class Wake implements TransactionSynchronization {
        private final AuctionId auction;

        private Wake(AuctionId auction) {
            this.auction = auction;
        }

        @Override
        public Mono<Void> afterCommit() {
            return Mono.fromRunnable(() -> {
                wakeHere(auction);
                toBeCalled.add(auction);
            });
        }
    }
}
