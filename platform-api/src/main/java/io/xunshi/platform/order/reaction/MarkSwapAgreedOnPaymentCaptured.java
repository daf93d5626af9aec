package io.xunshi.platform.order.reaction;

import io.xunshi.platform.order.usecase.FollowSwapPayment;
import io.xunshi.platform.payment.PaymentEvents.PaymentCaptured;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The last balance is in escrow: they may meet. */
@Component
class MarkSwapAgreedOnPaymentCaptured {
    private final FollowSwapPayment followSwapPayment;

    MarkSwapAgreedOnPaymentCaptured(FollowSwapPayment followSwapPayment) {
        this.followSwapPayment = followSwapPayment;
    }

    @DomainEventHandler
    Mono<Void> on(PaymentCaptured event) {
        return followSwapPayment.captured(event.orderId());
    }
}
