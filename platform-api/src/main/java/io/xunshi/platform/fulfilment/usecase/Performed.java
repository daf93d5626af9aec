package io.xunshi.platform.fulfilment.usecase;

import io.xunshi.platform.deal.DealView;
import io.xunshi.platform.fulfilment.FulfilmentEvents.Sealed;
import io.xunshi.platform.fulfilment.FulfilmentProblem;
import io.xunshi.platform.fulfilment.FulfilmentState;
import io.xunshi.platform.fulfilment.domain.AssayReport.Reader;
import io.xunshi.platform.fulfilment.domain.Claim;
import io.xunshi.platform.fulfilment.domain.Fulfilment;
import io.xunshi.platform.fulfilment.domain.Performance;
import io.xunshi.platform.fulfilment.domain.PriceCall;
import io.xunshi.platform.fulfilment.domain.Reckoning;
import io.xunshi.platform.pricing.Side;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

/** A deal and how it is performed. */
public record Performed(DealView deal, Performance performance, Reckoning reckoning) {

    static Performed of(DealView deal, Performance performance, long splittingLimit) {
        return new Performed(deal, performance, new Reckoning(deal.settlement(), performance, splittingLimit));
    }

    public Fulfilment head() {
        return performance.head();
    }

    public FulfilmentState state() {
        return head().state();
    }

    Performed with(Performance changed) {
        return of(deal, changed, reckoning.splittingLimit());
    }

    Performed with(Fulfilment moved) {
        return with(performance.with(moved));
    }

    Performed with(Claim claim) {
        return with(performance.with(claim));
    }

    Performed with(PriceCall call) {
        return with(performance.withCalls(
                Stream.concat(performance.calls().stream(), Stream.of(call)).toList()));
    }

    /** In grams; zero where the contract has no price that is called. */
    long leftToCall() {
        return deal.settlement()
                .formula()
                .called()
                .map(period -> period.left(performance.pricingCalls()))
                .orElse(0L);
    }

    /** Until both have read, nobody sees the other side's reading, lest the second copies the first. */
    Performed readableBy(Set<Side> own) {
        if (state() != FulfilmentState.SAMPLED) {
            return this;
        }
        return with(performance.withReports(performance.reports().stream()
                .filter(report -> own.contains(report.reader() == Reader.SELLER ? Side.SELLER : Side.BUYER))
                .toList()));
    }

    /** Raises {@link FulfilmentProblem#NOT_NOW}. */
    void requireState(FulfilmentState... anyOf) {
        if (!Arrays.asList(anyOf).contains(state())) {
            throw FulfilmentProblem.NOT_NOW.raise();
        }
    }

    /** @param hash of what the step says */
    Sealed seal(String hash) {
        return new Sealed(deal.code(), head().seller(), head().buyer(), deal.materialCode(), deal.areaCode(), hash);
    }
}
