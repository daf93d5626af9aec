package io.xunshi.platform.auction.reaction;

import io.xunshi.platform.auction.usecase.FollowDeposit;
import io.xunshi.platform.payment.PaymentEvents.PaymentAuthorized;
import io.xunshi.platform.payment.PaymentId;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes the money of who may still bid, or lets it go. */
@Component
class TakeDepositOnPaymentAuthorized {
    private final FollowDeposit followDeposit;

    TakeDepositOnPaymentAuthorized(FollowDeposit followDeposit) {
        this.followDeposit = followDeposit;
    }

    @DomainEventHandler
    Mono<Void> on(PaymentAuthorized event) {
        return followDeposit.authorized(event.orderId(), new PaymentId(event.paymentId()));
    }
}
