package io.xunshi.platform.order.reaction;

import io.xunshi.platform.order.usecase.FollowPayment;
import io.xunshi.platform.payment.PaymentEvents.PaymentAuthorized;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes the money for an item that is still the buyer's, or lets it go. */
@Component
class AcceptPaymentOnPaymentAuthorized {
    private final FollowPayment followPayment;

    AcceptPaymentOnPaymentAuthorized(FollowPayment followPayment) {
        this.followPayment = followPayment;
    }

    @DomainEventHandler
    Mono<Void> on(PaymentAuthorized event) {
        return followPayment.authorized(event.orderId());
    }
}
