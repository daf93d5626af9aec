package io.xunshi.platform.messaging.usecase;

import io.xunshi.platform.messaging.domain.OfferNews;
import io.xunshi.platform.messaging.domain.PriceOffer;
import io.xunshi.platform.messaging.domain.PriceOfferMove;
import io.xunshi.platform.messaging.storage.PriceOfferRepository;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Ends offers whose time is up. Any replica may run it: of two that try, one moves the offer and the other nothing. */
@Component
class RunOfferTimers {
    private static final Logger log = LoggerFactory.getLogger(RunOfferTimers.class);
    private static final int BATCH = 200;

    private final PriceOfferRepository offers;
    private final Bargain bargain;
    private final TellOffers tellOffers;
    private final TransactionalOperator transaction;
    private final Clock clock;

    RunOfferTimers(
            PriceOfferRepository offers,
            Bargain bargain,
            TellOffers tellOffers,
            TransactionalOperator transaction,
            Clock clock) {
        this.offers = offers;
        this.bargain = bargain;
        this.tellOffers = tellOffers;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${xunshi.messaging.offer-interval:5s}")
    Mono<Void> runDue() {
        return Mono.defer(() -> runDue(clock.instant()));
    }

    private Mono<Void> runDue(Instant now) {
        return offers.findDue(now, BATCH)
                .collectList()
                .flatMapIterable(due -> due)
                .concatMap(this::expire)
                .then();
    }

    private Mono<Void> expire(PriceOffer due) {
        return offers.lock(due.listing())
                .then(Mono.defer(() -> offers.move(due.id(), PriceOfferMove.EXPIRE)))
                .delayUntil(expired -> tellOffers.tell(expired, OfferNews.EXPIRED))
                .doOnNext(expired -> bargain.count(OfferNews.EXPIRED))
                .then()
                .as(transaction::transactional)
                .onErrorResume(error -> {
                    log.warn("The timer of price offer {} will be run again: {}", due.id(), error.toString());
                    return Mono.empty();
                });
    }
}
