package io.xunshi.platform.order.reaction;

import io.xunshi.platform.order.DisputeId;
import io.xunshi.platform.order.usecase.FollowRefund;
import io.xunshi.platform.payment.PaymentEvents.RefundPaid;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The buyer has their part: the dispute is over. */
@Component
class CloseDisputeOnRefundPaid {
    private final FollowRefund followRefund;

    CloseDisputeOnRefundPaid(FollowRefund followRefund) {
        this.followRefund = followRefund;
    }

    @DomainEventHandler
    Mono<Void> on(RefundPaid event) {
        return followRefund.arrived(new DisputeId(event.refundId()));
    }
}
