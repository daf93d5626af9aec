package io.xunshi.platform.order.reaction;

import io.xunshi.platform.order.usecase.FollowSwapPayment;
import io.xunshi.platform.payment.PaymentEvents.PaymentRefunded;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The last balance of a swap that was called off is back. */
@Component
class EndSwapCancellationOnPaymentRefunded {
    private final FollowSwapPayment followSwapPayment;

    EndSwapCancellationOnPaymentRefunded(FollowSwapPayment followSwapPayment) {
        this.followSwapPayment = followSwapPayment;
    }

    @DomainEventHandler
    Mono<Void> on(PaymentRefunded event) {
        return followSwapPayment.givenBack(event.orderId());
    }
}
