package io.xunshi.platform.payment.usecase;

import io.xunshi.platform.payment.storage.PaymentRepository;
import io.xunshi.platform.payment.storage.PayoutRepository;
import io.xunshi.platform.payment.storage.RefundRepository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Asks the provider about everything that has no end yet and of which nothing was heard: webhooks get lost, and
 * processes are killed between two steps. All replicas take part; none takes what another has.
 */
@Component
public class AskAgain {
    private static final Logger log = LoggerFactory.getLogger(AskAgain.class);
    private static final int BATCH = 100;
    private static final int AT_ONCE = 4;

    private final PaymentRepository payments;
    private final PayoutRepository payouts;
    private final RefundRepository refunds;
    private final ConvergePayment convergePayment;
    private final ConvergeRefund convergeRefund;
    private final ConvergePayout convergePayout;
    private final PaymentSettings settings;

    AskAgain(
            PaymentRepository payments,
            PayoutRepository payouts,
            RefundRepository refunds,
            ConvergePayment convergePayment,
            ConvergeRefund convergeRefund,
            ConvergePayout convergePayout,
            PaymentSettings settings) {
        this.payments = payments;
        this.payouts = payouts;
        this.refunds = refunds;
        this.convergePayment = convergePayment;
        this.convergeRefund = convergeRefund;
        this.convergePayout = convergePayout;
        this.settings = settings;
    }

    @Scheduled(fixedDelayString = "${xunshi.payment.sweep-interval:5s}")
    public Mono<Void> askAgain() {
        return payments.takeOverdue(BATCH, settings.sweepPause())
                .flatMap(id -> quietly(convergePayment.converge(id)), AT_ONCE)
                .thenMany(refunds.takeOverdue(BATCH, settings.sweepPause()))
                .flatMap(id -> quietly(convergeRefund.converge(id).flatMap(convergePayment::converge)), AT_ONCE)
                .thenMany(payouts.takeOverdue(BATCH, settings.sweepPause()))
                .flatMap(id -> quietly(convergePayout.converge(id)), AT_ONCE)
                .then();
    }

    /** One that fails is looked at again after the pause and must not stop the others. */
    private static Mono<Void> quietly(Mono<Void> attempt) {
        return attempt.onErrorResume(error -> {
            log.warn("Asking the provider again failed: {}", error.toString());
            return Mono.empty();
        });
    }
}
