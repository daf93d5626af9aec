package io.xunshi.platform.order.reaction;

import io.xunshi.platform.order.RentalId;
import io.xunshi.platform.order.usecase.FollowRentalPayment;
import io.xunshi.platform.payment.PaymentEvents.PaymentCaptured;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The money is safe: now the thing may change hands. */
@Component
class MarkRentalPaidOnPaymentCaptured {
    private final FollowRentalPayment followRentalPayment;

    MarkRentalPaidOnPaymentCaptured(FollowRentalPayment followRentalPayment) {
        this.followRentalPayment = followRentalPayment;
    }

    @DomainEventHandler
    Mono<Void> on(PaymentCaptured event) {
        return followRentalPayment.captured(new RentalId(event.orderId()));
    }
}
