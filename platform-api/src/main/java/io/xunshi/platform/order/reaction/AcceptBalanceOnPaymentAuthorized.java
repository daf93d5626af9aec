package io.xunshi.platform.order.reaction;

import io.xunshi.platform.order.usecase.FollowSwapPayment;
import io.xunshi.platform.payment.PaymentEvents.PaymentAuthorized;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes the balances of a swap once all of them are ready, or lets one go that came too late. */
@Component
class AcceptBalanceOnPaymentAuthorized {
    private final FollowSwapPayment followSwapPayment;

    AcceptBalanceOnPaymentAuthorized(FollowSwapPayment followSwapPayment) {
        this.followSwapPayment = followSwapPayment;
    }

    @DomainEventHandler
    Mono<Void> on(PaymentAuthorized event) {
        return followSwapPayment.authorized(event.orderId());
    }
}
