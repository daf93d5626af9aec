package io.xunshi.platform.order.reaction;

import io.xunshi.platform.order.usecase.FollowPayment;
import io.xunshi.platform.payment.PaymentEvents.PaymentVoided;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Nobody paid: the cancellation is over. */
@Component
class EndCancellationOnPaymentVoided {
    private final FollowPayment followPayment;

    EndCancellationOnPaymentVoided(FollowPayment followPayment) {
        this.followPayment = followPayment;
    }

    @DomainEventHandler
    Mono<Void> on(PaymentVoided event) {
        return followPayment.givenBack(event.orderId());
    }
}
