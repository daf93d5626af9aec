package io.xunshi.platform.order.reaction;

import io.xunshi.platform.order.usecase.ExtendRental;
import io.xunshi.platform.payment.PaymentEvents.PaymentAuthorized;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes the money for an extension that the owner consents to. */
@Component
class AcceptExtensionOnPaymentAuthorized {
    private final ExtendRental extendRental;

    AcceptExtensionOnPaymentAuthorized(ExtendRental extendRental) {
        this.extendRental = extendRental;
    }

    @DomainEventHandler
    Mono<Void> on(PaymentAuthorized event) {
        return extendRental.authorized(event.orderId());
    }
}
