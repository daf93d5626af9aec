package io.xunshi.platform.order.reaction;

import io.xunshi.platform.order.usecase.FollowSwapPayment;
import io.xunshi.platform.payment.PaymentEvents.PaymentVoided;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Nobody paid anything for a swap that was called off. */
@Component
class EndSwapCancellationOnPaymentVoided {
    private final FollowSwapPayment followSwapPayment;

    EndSwapCancellationOnPaymentVoided(FollowSwapPayment followSwapPayment) {
        this.followSwapPayment = followSwapPayment;
    }

    @DomainEventHandler
    Mono<Void> on(PaymentVoided event) {
        return followSwapPayment.givenBack(event.orderId());
    }
}
