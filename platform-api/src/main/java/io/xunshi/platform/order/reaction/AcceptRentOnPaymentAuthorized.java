package io.xunshi.platform.order.reaction;

import io.xunshi.platform.order.RentalId;
import io.xunshi.platform.order.usecase.FollowRentalPayment;
import io.xunshi.platform.payment.PaymentEvents.PaymentAuthorized;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes the money for days that are still the tenant's, or lets it go. */
@Component
class AcceptRentOnPaymentAuthorized {
    private final FollowRentalPayment followRentalPayment;

    AcceptRentOnPaymentAuthorized(FollowRentalPayment followRentalPayment) {
        this.followRentalPayment = followRentalPayment;
    }

    @DomainEventHandler
    Mono<Void> on(PaymentAuthorized event) {
        return followRentalPayment.authorized(new RentalId(event.orderId()));
    }
}
