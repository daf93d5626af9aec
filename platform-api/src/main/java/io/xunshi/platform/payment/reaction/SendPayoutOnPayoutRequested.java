package io.xunshi.platform.payment.reaction;

import io.xunshi.platform.events.OutsideTransaction;
import io.xunshi.platform.payment.PaymentEvents.PayoutRequested;
import io.xunshi.platform.payment.usecase.ConvergePayout;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Sends the money once it is off the seller's balance. */
@Component
@OutsideTransaction
class SendPayoutOnPayoutRequested {
    private final ConvergePayout convergePayout;

    SendPayoutOnPayoutRequested(ConvergePayout convergePayout) {
        this.convergePayout = convergePayout;
    }

    @DomainEventHandler
    Mono<Void> on(PayoutRequested event) {
        return convergePayout.converge(event.payoutId());
    }
}
