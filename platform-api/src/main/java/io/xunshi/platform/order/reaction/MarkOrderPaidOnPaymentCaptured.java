package io.xunshi.platform.order.reaction;

import io.xunshi.platform.order.usecase.FollowPayment;
import io.xunshi.platform.payment.PaymentEvents.PaymentCaptured;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The money is safe: now the goods may change hands. */
@Component
class MarkOrderPaidOnPaymentCaptured {
    private final FollowPayment followPayment;

    MarkOrderPaidOnPaymentCaptured(FollowPayment followPayment) {
        this.followPayment = followPayment;
    }

    @DomainEventHandler
    Mono<Void> on(PaymentCaptured event) {
        return followPayment.captured(event.orderId());
    }
}
