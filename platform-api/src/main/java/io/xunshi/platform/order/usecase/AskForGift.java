package io.xunshi.platform.order.usecase;

import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.listing.GiftChoice;
import io.xunshi.platform.order.Acquaintance;
import io.xunshi.platform.order.GiftAskState;
import io.xunshi.platform.order.GiftCause;
import io.xunshi.platform.order.GiftEvents.GiftAsked;
import io.xunshi.platform.order.GiftId;
import io.xunshi.platform.order.GiftProblem;
import io.xunshi.platform.order.GiftState;
import io.xunshi.platform.order.domain.Gift;
import io.xunshi.platform.order.domain.GiftAsk;
import io.xunshi.platform.order.storage.GiftAskRepository;
import io.xunshi.platform.order.storage.GiftAskRepository.Taken;
import io.xunshi.platform.order.storage.GiftRepository;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Asks for a thing that is given away. Where the first who asks gets it, asking and promise are one transaction. */
@Component
public class AskForGift {
    private static final int CODES = 1_000_000;
    private static final Duration DAY = Duration.ofHours(24);

    private final GiftRepository gifts;
    private final GiftAskRepository asks;
    private final MoveGift moveGift;
    private final Acquaintance acquaintance;
    private final EventPublisher events;
    private final GiftSettings settings;
    private final TransactionalOperator transaction;
    private final IdGenerator ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    AskForGift(
            GiftRepository gifts,
            GiftAskRepository asks,
            MoveGift moveGift,
            Acquaintance acquaintance,
            EventPublisher events,
            GiftSettings settings,
            TransactionalOperator transaction,
            IdGenerator ids,
            Clock clock) {
        this.gifts = gifts;
        this.asks = asks;
        this.moveGift = moveGift;
        this.acquaintance = acquaintance;
        this.events = events;
        this.settings = settings;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Raises {@link GiftProblem#NOT_FOUND}, {@link GiftProblem#OWN_THING}, {@link GiftProblem#BLOCKED},
     * {@link GiftProblem#TOO_MANY_ASKS}, {@link GiftProblem#ASKS_CLOSED}, {@link GiftProblem#CROWDED} or
     * {@link GiftProblem#ALREADY_ASKED}; nothing is stored then. Who is muted asks without words.
     *
     * @param ticket 32 hexadecimal digits that the asker's browser chose, which stand for them in a draw
     */
    public Mono<Gift> ask(AccountId asker, GiftId id, String note, String ticket) {
        return gifts.find(id)
                .switchIfEmpty(Mono.error(GiftProblem.NOT_FOUND::raise))
                .filter(gift -> !gift.giver().equals(asker))
                .switchIfEmpty(Mono.error(GiftProblem.OWN_THING::raise))
                .delayUntil(gift -> checkBlocks(asker, gift))
                .delayUntil(gift -> note.isBlank() ? Mono.empty() : acquaintance.checkMayWrite(asker))
                .flatMap(gift -> take(asker, id, note, ticket).as(transaction::transactional));
    }

    private Mono<Void> checkBlocks(AccountId asker, Gift gift) {
        return acquaintance
                .mayApproach(asker, List.of(gift.giver()))
                .filter(may -> !may)
                .flatMap(blocked -> Mono.error(GiftProblem.BLOCKED::raise));
    }

    private Mono<Gift> take(AccountId asker, GiftId id, String note, String ticket) {
        return checkToday(asker)
                .then(Mono.defer(() -> asks.add(id, askOf(asker, note, ticket), settings.asksMax())))
                .flatMap(taken -> checkTaken(id, taken)
                        .then(Mono.defer(() -> gifts.find(id)))
                        .delayUntil(gift -> events.publish(
                                new GiftAsked(ids.next(), clock.instant(), gift.facts(), asker, taken.number()))))
                .flatMap(this::promiseAtOnce);
    }

    private Mono<Void> checkToday(AccountId asker) {
        return asks.countSince(asker, clock.instant().minus(DAY))
                .filter(asked -> asked < settings.asksADayMax())
                .switchIfEmpty(Mono.error(() -> GiftProblem.TOO_MANY_ASKS.raise(settings.asksADayMax())))
                .then();
    }

    private Mono<Void> checkTaken(GiftId id, Taken taken) {
        if (taken.isAdded()) {
            return Mono.empty();
        }
        return taken.number() > 0
                ? Mono.error(GiftProblem.ALREADY_ASKED.raise())
                : gifts.find(id)
                        .flatMap(gift -> Mono.error(
                                gift.asks() >= settings.asksMax()
                                        ? GiftProblem.CROWDED.raise(settings.asksMax())
                                        : GiftProblem.ASKS_CLOSED.raise()));
    }

    private Mono<Gift> promiseAtOnce(Gift gift) {
        return gift.terms().choice() == GiftChoice.FIRST_COME && gift.state() == GiftState.OPEN
                ? moveGift.offerNext(gift, GiftCause.FIRST_ASKED, null)
                : Mono.just(gift);
    }

    private GiftAsk askOf(AccountId asker, String note, String ticket) {
        return new GiftAsk(
                ids.next(),
                asker,
                GiftAskState.WAITING,
                note.strip(),
                ticket,
                null,
                "%06d".formatted(random.nextInt(CODES)),
                clock.instant(),
                null);
    }
}
