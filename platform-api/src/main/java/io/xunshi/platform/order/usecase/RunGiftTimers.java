package io.xunshi.platform.order.usecase;

import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.order.GiftAskState;
import io.xunshi.platform.order.GiftCause;
import io.xunshi.platform.order.GiftEvents.GiftDrawn;
import io.xunshi.platform.order.GiftEvents.GiftNotFetched;
import io.xunshi.platform.order.GiftId;
import io.xunshi.platform.order.domain.Gift;
import io.xunshi.platform.order.domain.GiftAsk;
import io.xunshi.platform.order.domain.GiftDraw;
import io.xunshi.platform.order.storage.GiftAskRepository;
import io.xunshi.platform.order.storage.GiftRepository;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Closes windows, draws, and ends waiting whose time is up. Any replica may run it: who holds a gift's row looks first
 * whether it is still due.
 */
@Component
public class RunGiftTimers {
    private static final Logger log = LoggerFactory.getLogger(RunGiftTimers.class);
    private static final int BATCH = 200;
    private static final int AT_ONCE = 4;

    private final GiftRepository gifts;
    private final GiftAskRepository asks;
    private final MoveGift moveGift;
    private final EventPublisher events;
    private final TransactionalOperator transaction;
    private final IdGenerator ids;
    private final Clock clock;

    RunGiftTimers(
            GiftRepository gifts,
            GiftAskRepository asks,
            MoveGift moveGift,
            EventPublisher events,
            TransactionalOperator transaction,
            IdGenerator ids,
            Clock clock) {
        this.gifts = gifts;
        this.asks = asks;
        this.moveGift = moveGift;
        this.events = events;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${xunshi.gift.timer-interval:2s}")
    public Mono<Void> runDue() {
        // Spring calls this once and subscribes again and again: what depends on the time must be deferred.
        return Mono.defer(() -> runDue(clock.instant()));
    }

    private Mono<Void> runDue(Instant now) {
        return gifts.findDue(now, BATCH).flatMap(id -> run(id, now), AT_ONCE).then();
    }

    private Mono<Void> run(GiftId id, Instant now) {
        return gifts.lock(id)
                .filter(gift -> gift.isDueAt(now))
                .flatMap(gift -> run(gift, now))
                .then()
                .as(transaction::transactional)
                .onErrorResume(error -> {
                    log.warn("The timer of gift {} will be run again: {}", id, error.toString());
                    return Mono.empty();
                });
    }

    private Mono<Gift> run(Gift gift, Instant now) {
        return switch (gift.state()) {
            case OPEN ->
                switch (gift.terms().choice()) {
                    case DRAW -> draw(gift, now);
                    case GIVERS_CHOICE -> moveGift.askGiver(gift, GiftCause.WINDOW_IS_OVER, null);
                    case FIRST_COME -> Mono.error(new IllegalStateException("Who asks first waits for no window"));
                };
            case CHOOSING -> moveGift.end(gift, GiftCause.NOT_CHOSEN_IN_TIME, null);
            case PROMISED -> notFetched(gift, now);
            case GIVEN, ENDED -> Mono.error(new IllegalStateException("Nothing is waited for any more"));
        };
    }

    /** From exactly those who asked in time and still wait: the row is held, so nobody comes or goes meanwhile. */
    private Mono<Gift> draw(Gift gift, Instant now) {
        return asks.findAll(gift.id())
                .filter(ask -> ask.state() == GiftAskState.WAITING)
                .collectMap(GiftAsk::ticket, Function.identity())
                .map(waiting -> inOrder(gift, waiting))
                .flatMap(line -> asks.line(
                                gift.id(), line.stream().map(GiftAsk::id).toList())
                        .then(gifts.markDrawn(gift.id(), now))
                        .then(Mono.defer(() -> moveGift.offerNext(gift, GiftCause.DRAWN, null)))
                        .delayUntil(drawn -> tell(drawn, line, now)));
    }

    private Mono<Void> tell(Gift gift, List<GiftAsk> line, Instant now) {
        var waiting = line.stream().skip(1).map(GiftAsk::asker).toList();
        return waiting.isEmpty() ? Mono.empty() : events.publish(new GiftDrawn(ids.next(), now, gift.facts(), waiting));
    }

    private Mono<Gift> notFetched(Gift gift, Instant now) {
        return asks.findPromised(gift.id())
                .flatMap(promised -> asks.move(promised.id(), GiftAskState.PROMISED, GiftAskState.NO_SHOW, now))
                .flatMap(missed -> events.publish(new GiftNotFetched(ids.next(), now, gift.facts(), missed.asker())))
                .then(Mono.defer(() -> moveGift.offerNext(gift, GiftCause.NOT_FETCHED_IN_TIME, null)));
    }

    private static List<GiftAsk> inOrder(Gift gift, Map<String, GiftAsk> waiting) {
        return GiftDraw.order(gift.seed(), waiting.keySet()).stream()
                .map(waiting::get)
                .collect(Collectors.toList());
    }
}
