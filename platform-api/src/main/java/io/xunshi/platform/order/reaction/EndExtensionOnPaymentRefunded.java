package io.xunshi.platform.order.reaction;

import io.xunshi.platform.order.usecase.ExtendRental;
import io.xunshi.platform.payment.PaymentEvents.PaymentRefunded;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The tenant has the money for an extension that came too late. */
@Component
class EndExtensionOnPaymentRefunded {
    private final ExtendRental extendRental;

    EndExtensionOnPaymentRefunded(ExtendRental extendRental) {
        this.extendRental = extendRental;
    }

    @DomainEventHandler
    Mono<Void> on(PaymentRefunded event) {
        return extendRental.givenBack(event.orderId());
    }
}
