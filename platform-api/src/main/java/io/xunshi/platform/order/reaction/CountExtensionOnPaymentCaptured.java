package io.xunshi.platform.order.reaction;

import io.xunshi.platform.order.usecase.ExtendRental;
import io.xunshi.platform.payment.PaymentEvents.PaymentCaptured;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The extension is paid: it counts. */
@Component
class CountExtensionOnPaymentCaptured {
    private final ExtendRental extendRental;

    CountExtensionOnPaymentCaptured(ExtendRental extendRental) {
        this.extendRental = extendRental;
    }

    @DomainEventHandler
    Mono<Void> on(PaymentCaptured event) {
        return extendRental.captured(event.orderId());
    }
}
