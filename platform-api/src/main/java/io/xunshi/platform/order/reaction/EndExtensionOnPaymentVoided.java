package io.xunshi.platform.order.reaction;

import io.xunshi.platform.order.usecase.ExtendRental;
import io.xunshi.platform.payment.PaymentEvents.PaymentVoided;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Nobody paid for the extension that came too late. */
@Component
class EndExtensionOnPaymentVoided {
    private final ExtendRental extendRental;

    EndExtensionOnPaymentVoided(ExtendRental extendRental) {
        this.extendRental = extendRental;
    }

    @DomainEventHandler
    Mono<Void> on(PaymentVoided event) {
        return extendRental.givenBack(event.orderId());
    }
}
