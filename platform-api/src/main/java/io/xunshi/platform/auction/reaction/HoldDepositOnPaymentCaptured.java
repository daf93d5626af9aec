package io.xunshi.platform.auction.reaction;

import io.xunshi.platform.auction.usecase.FollowDeposit;
import io.xunshi.platform.payment.PaymentEvents.PaymentCaptured;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whose deposit is with the platform may bid. */
@Component
class HoldDepositOnPaymentCaptured {
    private final FollowDeposit followDeposit;

    HoldDepositOnPaymentCaptured(FollowDeposit followDeposit) {
        this.followDeposit = followDeposit;
    }

    @DomainEventHandler
    Mono<Void> on(PaymentCaptured event) {
        return followDeposit.captured(event.orderId());
    }
}
