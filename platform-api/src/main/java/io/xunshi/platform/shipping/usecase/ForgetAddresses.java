package io.xunshi.platform.shipping.usecase;

import io.xunshi.platform.shipping.storage.ShipmentRepository;
import java.time.Clock;
import java.time.Instant;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes people out of shipments as soon as the law no longer asks for them. */
@Component
public class ForgetAddresses {
    private static final int BATCH = 500;

    private final ShipmentRepository shipments;
    private final ShippingSettings settings;
    private final Clock clock;

    ForgetAddresses(ShipmentRepository shipments, ShippingSettings settings, Clock clock) {
        this.shipments = shipments;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${xunshi.shipping.forget-interval:1h}")
    public Mono<Void> forget() {
        return Mono.defer(() -> forget(clock.instant()));
    }

    private Mono<Void> forget(Instant now) {
        return shipments.forgetBefore(now.minus(settings.addressKept()), now.minus(settings.unsentKept()), now, BATCH);
    }
}
