package io.xunshi.platform.payment.reaction;

import io.xunshi.platform.events.OutsideTransaction;
import io.xunshi.platform.payment.PaymentEvents.PaymentActionWanted;
import io.xunshi.platform.payment.PaymentId;
import io.xunshi.platform.payment.usecase.ConvergePayment;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells the provider what is wanted, as soon as that is committed. */
@Component
@OutsideTransaction
class MovePaymentOnPaymentActionWanted {
    private final ConvergePayment convergePayment;

    MovePaymentOnPaymentActionWanted(ConvergePayment convergePayment) {
        this.convergePayment = convergePayment;
    }

    @DomainEventHandler
    Mono<Void> on(PaymentActionWanted event) {
        return convergePayment.converge(new PaymentId(event.paymentId()));
    }
}
