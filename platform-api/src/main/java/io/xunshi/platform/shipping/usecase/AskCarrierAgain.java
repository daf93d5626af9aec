package io.xunshi.platform.shipping.usecase;

import io.xunshi.platform.shipping.storage.ShipmentRepository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Asks the carrier about every parcel that has no end yet and of which nothing was heard: webhooks get lost, the
 * carrier is down for a while, processes are killed between two steps. All replicas take part; none takes what another
 * has.
 */
@Component
public class AskCarrierAgain {
    private static final Logger log = LoggerFactory.getLogger(AskCarrierAgain.class);
    private static final int BATCH = 100;
    private static final int AT_ONCE = 4;

    private final ShipmentRepository shipments;
    private final ConvergeShipment convergeShipment;
    private final ShippingSettings settings;

    AskCarrierAgain(ShipmentRepository shipments, ConvergeShipment convergeShipment, ShippingSettings settings) {
        this.shipments = shipments;
        this.convergeShipment = convergeShipment;
        this.settings = settings;
    }

    @Scheduled(fixedDelayString = "${xunshi.shipping.sweep-interval:5s}")
    public Mono<Void> askAgain() {
        return shipments
                .takeOverdue(BATCH, settings.sweepPause(), settings.trackPause())
                .flatMap(id -> quietly(convergeShipment.converge(id)), AT_ONCE)
                .then();
    }

    /** One that fails is looked at again after the pause and must not stop the others. */
    private static Mono<Void> quietly(Mono<Void> attempt) {
        return attempt.onErrorResume(error -> {
            log.warn("Asking the carrier again failed: {}", error.toString());
            return Mono.empty();
        });
    }
}
