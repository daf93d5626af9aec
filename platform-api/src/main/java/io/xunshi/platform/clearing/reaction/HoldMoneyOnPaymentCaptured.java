package io.xunshi.platform.clearing.reaction;

import io.xunshi.platform.clearing.usecase.FollowBillPayment;
import io.xunshi.platform.payment.PaymentEvents.PaymentCaptured;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What is paid is held for the deal. */
@Component
class HoldMoneyOnPaymentCaptured {
    private final FollowBillPayment followBillPayment;

    HoldMoneyOnPaymentCaptured(FollowBillPayment followBillPayment) {
        this.followBillPayment = followBillPayment;
    }

    @DomainEventHandler
    Mono<Void> on(PaymentCaptured event) {
        return followBillPayment.captured(event.orderId());
    }
}
