package io.xunshi.platform.clearing.reaction;

import io.xunshi.platform.clearing.usecase.FollowBillPayment;
import io.xunshi.platform.payment.PaymentEvents.PaymentAuthorized;
import io.xunshi.platform.payment.PaymentId;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes the money for what is due, or lets it go. */
@Component
class TakeMoneyOnPaymentAuthorized {
    private final FollowBillPayment followBillPayment;

    TakeMoneyOnPaymentAuthorized(FollowBillPayment followBillPayment) {
        this.followBillPayment = followBillPayment;
    }

    @DomainEventHandler
    Mono<Void> on(PaymentAuthorized event) {
        return followBillPayment.authorized(event.orderId(), new PaymentId(event.paymentId()));
    }
}
