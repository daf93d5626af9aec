package io.xunshi.platform.order.reaction;

import io.xunshi.platform.order.RentalId;
import io.xunshi.platform.order.usecase.FollowRentalPayment;
import io.xunshi.platform.payment.PaymentEvents.PaymentRefunded;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The tenant has all of the money: the cancellation is over. */
@Component
class EndRentalCancellationOnPaymentRefunded {
    private final FollowRentalPayment followRentalPayment;

    EndRentalCancellationOnPaymentRefunded(FollowRentalPayment followRentalPayment) {
        this.followRentalPayment = followRentalPayment;
    }

    @DomainEventHandler
    Mono<Void> on(PaymentRefunded event) {
        return followRentalPayment.givenBack(new RentalId(event.orderId()));
    }
}
