package io.xunshi.platform.order.reaction;

import io.xunshi.platform.order.RentalId;
import io.xunshi.platform.order.usecase.FollowRentalPayment;
import io.xunshi.platform.payment.PaymentEvents.PaymentVoided;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Nobody paid: the cancellation is over. */
@Component
class EndRentalCancellationOnPaymentVoided {
    private final FollowRentalPayment followRentalPayment;

    EndRentalCancellationOnPaymentVoided(FollowRentalPayment followRentalPayment) {
        this.followRentalPayment = followRentalPayment;
    }

    @DomainEventHandler
    Mono<Void> on(PaymentVoided event) {
        return followRentalPayment.givenBack(new RentalId(event.orderId()));
    }
}
