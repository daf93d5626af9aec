package io.xunshi.platform.order.reaction;

import io.xunshi.platform.order.usecase.FollowPayment;
import io.xunshi.platform.payment.PaymentEvents.PaymentRefunded;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The buyer has the money: the cancellation is over. */
@Component
class EndCancellationOnPaymentRefunded {
    private final FollowPayment followPayment;

    EndCancellationOnPaymentRefunded(FollowPayment followPayment) {
        this.followPayment = followPayment;
    }

    @DomainEventHandler
    Mono<Void> on(PaymentRefunded event) {
        return followPayment.givenBack(event.orderId());
    }
}
