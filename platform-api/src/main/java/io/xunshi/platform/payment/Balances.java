package io.xunshi.platform.payment;

import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.kernel.Page;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Balances, and the way out of them. Whether somebody may see or move one is for the caller to know. */
public interface Balances {

    Mono<Balance> balanceOf(Payee payee);

    /** Newest first. */
    Mono<Page<PostingView>> entriesOf(Payee payee, @Nullable Cursor after, int limit);

    /** The last fifty, newest first. */
    Flux<PayoutView> payoutsOf(Payee payee);

    /**
     * Takes the amount off the balance first and tells the provider afterwards, so no balance leaves twice. In a
     * transaction of its own, or the caller's. Raises {@link PaymentProblem#INSUFFICIENT_BALANCE} or
     * {@link PaymentProblem#BAD_AMOUNT}.
     */
    Mono<PayoutView> payOut(Payee payee, Money amount);
}
