package io.xunshi.platform.deal;

import io.xunshi.platform.exchange.ExchangeProblem;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.util.Collection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What other modules may ask and tell about deals. What changes something joins the caller's transaction. */
public interface Deals {

    /**
     * Makes a deal of what was awarded: takes the goods and writes the contract, which both then have to sign. Raises
     * {@link ExchangeProblem#LOT_NOT_HELD} or {@link ExchangeProblem#LOT_NOT_OFFERED} where so much is not to be had,
     * {@link DealProblem#ONE_CONTROL} and {@link DealProblem#NO_REFERENCE_PRICE}.
     */
    Mono<DealView> agree(Award award);

    /**
     * Whether a contract of it could be written at this moment: the sides are under no common control, and the prices
     * that the goods' price hangs on are known. Takes nothing.
     */
    Mono<Boolean> isPossible(Award award);

    /** Empty where there is no such deal, and for those of before contracts said how they are settled. */
    Mono<DealView> find(DealId id);

    /** What became of the contracts that an organisation agreed on since then, on either side. */
    Flux<DealOutcome> outcomesOf(OrganisationId organisation, Instant since);

    /** Those of the deals that {@link #find} finds, in no particular order. */
    Flux<DealView> findAll(Collection<DealId> ids);
}
