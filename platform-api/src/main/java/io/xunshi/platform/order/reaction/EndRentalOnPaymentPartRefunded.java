package io.xunshi.platform.order.reaction;

import io.xunshi.platform.order.RentalId;
import io.xunshi.platform.order.usecase.FollowRentalPayment;
import io.xunshi.platform.payment.PaymentEvents.PaymentPartRefunded;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The tenant has their share of the deposit: the rental is over. */
@Component
class EndRentalOnPaymentPartRefunded {
    private final FollowRentalPayment followRentalPayment;

    EndRentalOnPaymentPartRefunded(FollowRentalPayment followRentalPayment) {
        this.followRentalPayment = followRentalPayment;
    }

    @DomainEventHandler
    Mono<Void> on(PaymentPartRefunded event) {
        return followRentalPayment.partGivenBack(new RentalId(event.orderId()), event.givenBackFen());
    }
}
