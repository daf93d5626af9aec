package io.xunshi.platform.clearing;

import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What other modules may ask about the money of deals. */
public interface DealPayments {

    /** What went from the buyer to the seller for good; empty while nothing has. */
    Mono<DealPaid> paidFor(DealId deal);

    /**
     * The deals of a seller that are paid, the last one first.
     *
     * @param after when a deal was paid and its id; null from the beginning
     */
    Flux<PaidDeal> paidDealsOf(OrganisationId seller, @Nullable Cursor after, int limit);

    /** The bills of a buyer since then that were paid, or should have been by now. */
    Flux<Promptness> promptnessOf(OrganisationId buyer, Instant since);

    /** @param paidAt when the last of its money became the seller's */
    record PaidDeal(DealId deal, Instant paidAt) {}

    /** @param onTime it was paid before it was late */
    record Promptness(DealId deal, OrganisationId seller, boolean onTime) {}

    /** @param amount without what went back; zero where all of it did */
    record DealPaid(DealId deal, OrganisationId payer, OrganisationId payee, Money amount) {}
}
