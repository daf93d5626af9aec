package io.xunshi.platform.payment.reaction;

import io.xunshi.platform.events.OutsideTransaction;
import io.xunshi.platform.payment.PaymentEvents.RefundRequested;
import io.xunshi.platform.payment.usecase.ConvergePayment;
import io.xunshi.platform.payment.usecase.ConvergeRefund;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Gives the money back once it is out of escrow; the payment learns whether anything of it is left. */
@Component
@OutsideTransaction
class PayRefundOnRefundRequested {
    private final ConvergeRefund convergeRefund;
    private final ConvergePayment convergePayment;

    PayRefundOnRefundRequested(ConvergeRefund convergeRefund, ConvergePayment convergePayment) {
        this.convergeRefund = convergeRefund;
        this.convergePayment = convergePayment;
    }

    @DomainEventHandler
    Mono<Void> on(RefundRequested event) {
        return convergeRefund.converge(event.refundId()).flatMap(convergePayment::converge);
    }
}
