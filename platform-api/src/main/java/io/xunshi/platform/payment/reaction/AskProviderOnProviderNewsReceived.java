package io.xunshi.platform.payment.reaction;

import io.xunshi.platform.events.OutsideTransaction;
import io.xunshi.platform.payment.PaymentEvents.ProviderNewsReceived;
import io.xunshi.platform.payment.usecase.ConvergePayment;
import io.xunshi.platform.payment.usecase.ConvergePayout;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks the provider about what the news is about. News about nothing of ours is forgotten. */
@Component
@OutsideTransaction
class AskProviderOnProviderNewsReceived {
    private final ConvergePayment convergePayment;
    private final ConvergePayout convergePayout;

    AskProviderOnProviderNewsReceived(ConvergePayment convergePayment, ConvergePayout convergePayout) {
        this.convergePayment = convergePayment;
        this.convergePayout = convergePayout;
    }

    @DomainEventHandler
    Mono<Void> on(ProviderNewsReceived event) {
        return convergePayment
                .convergeIntent(event.objectId())
                .filter(isPayment -> !isPayment)
                .flatMap(isPayout -> convergePayout.convergeAtProvider(event.objectId()));
    }
}
