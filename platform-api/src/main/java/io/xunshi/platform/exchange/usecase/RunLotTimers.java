package io.xunshi.platform.exchange.usecase;

import io.xunshi.platform.exchange.storage.LotRepository;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Ends lots and demands whose last day is over. Any replica may run it: of two that try, one ends the offer and the
 * other nothing.
 */
@Component
public class RunLotTimers {
    private static final Logger log = LoggerFactory.getLogger(RunLotTimers.class);
    private static final int BATCH = 200;

    private final LotRepository lots;
    private final OfferLot offerLot;
    private final PostDemand postDemand;
    private final Clock clock;

    RunLotTimers(LotRepository lots, OfferLot offerLot, PostDemand postDemand, Clock clock) {
        this.lots = lots;
        this.offerLot = offerLot;
        this.postDemand = postDemand;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${xunshi.exchange.timer-interval:1m}")
    public Mono<Void> runDue() {
        return Flux.defer(() -> lots.findOver(clock.instant(), BATCH))
                .collectList()
                .flatMapIterable(over -> over)
                .concatMap(over -> offerLot.expire(over).onErrorResume(error -> {
                    log.warn("The end of lot {} will be tried again: {}", over, error.toString());
                    return Mono.empty();
                }))
                .then(Mono.defer(postDemand::expire));
    }
}
