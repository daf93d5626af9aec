package io.xunshi.platform.order.reaction;

import io.xunshi.platform.order.usecase.FollowPayment;
import io.xunshi.platform.payment.PaymentEvents.RefundPaid;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The buyer has what was paid for one of several orders that were bought together: its cancellation is over. */
@Component
class EndCancellationOnRefundPaid {
    private final FollowPayment followPayment;

    EndCancellationOnRefundPaid(FollowPayment followPayment) {
        this.followPayment = followPayment;
    }

    @DomainEventHandler
    Mono<Void> on(RefundPaid event) {
        return event.refundId().equals(event.orderId()) ? followPayment.givenBack(event.orderId()) : Mono.empty();
    }
}
