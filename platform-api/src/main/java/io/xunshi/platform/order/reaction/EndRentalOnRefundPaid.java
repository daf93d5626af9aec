package io.xunshi.platform.order.reaction;

import io.xunshi.platform.order.RentalId;
import io.xunshi.platform.order.usecase.FollowRentalPayment;
import io.xunshi.platform.payment.PaymentEvents.RefundPaid;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The tenant has their share of the deposit: the rental is over. */
@Component
class EndRentalOnRefundPaid {
    private final FollowRentalPayment followRentalPayment;

    EndRentalOnRefundPaid(FollowRentalPayment followRentalPayment) {
        this.followRentalPayment = followRentalPayment;
    }

    @DomainEventHandler
    Mono<Void> on(RefundPaid event) {
        return followRentalPayment.depositGivenBack(new RentalId(event.refundId()));
    }
}
