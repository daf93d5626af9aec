package io.xunshi.platform.counterparty.domain;

import io.xunshi.platform.clearing.DealPayments.Promptness;
import io.xunshi.platform.counterparty.CounterpartyRecord;
import io.xunshi.platform.counterparty.CounterpartyRecord.BuyerFacts;
import io.xunshi.platform.counterparty.CounterpartyRecord.ClaimFact;
import io.xunshi.platform.counterparty.CounterpartyRecord.SellerFacts;
import io.xunshi.platform.deal.DealOutcome;
import io.xunshi.platform.deal.DealState;
import io.xunshi.platform.fulfilment.FulfilmentState;
import io.xunshi.platform.fulfilment.PerformedDeals.EndedClaim;
import io.xunshi.platform.fulfilment.PerformedDeals.PerformedDeal;
import io.xunshi.platform.organisation.OrganisationId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Counts what an organisation's deals say of it. The same facts in any order give the same record; <code>
 * docs/decisions/counterparty-records.md</code> has each formula.
 */
public final class CountFacts {
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private CountFacts() {}

    /** All of them the organisation's own, on either side, since then. */
    public static CounterpartyRecord of(
            OrganisationId who,
            Instant since,
            List<DealOutcome> contracts,
            List<PerformedDeal> performed,
            List<Promptness> bills) {
        return new CounterpartyRecord(
                since,
                asSeller(
                        performed.stream()
                                .filter(deal -> deal.seller().equals(who))
                                .toList(),
                        lapsed(contracts, deal -> deal.seller().equals(who) && !deal.sellerSigned())),
                asBuyer(
                        performed.stream()
                                .filter(deal -> deal.buyer().equals(who))
                                .toList(),
                        bills,
                        lapsed(contracts, deal -> deal.buyer().equals(who) && !deal.buyerSigned())));
    }

    private static SellerFacts asSeller(List<PerformedDeal> deals, int lapsed) {
        var weighed = deals.stream()
                .filter(deal -> deal.sentGrams() != null && deal.settledGrams() != null)
                .toList();
        return new SellerFacts(
                deals.size(),
                partners(deals, PerformedDeal::buyer),
                grams(deals),
                count(deals, deal -> deal.state() != FulfilmentState.NOT_DELIVERED),
                weighed.size(),
                scaleDifference(weighed),
                count(deals, PerformedDeal::gradeFellShort),
                count(deals, CountFacts::isUpheld),
                claims(deals),
                lapsed);
    }

    private static BuyerFacts asBuyer(List<PerformedDeal> deals, List<Promptness> bills, int lapsed) {
        return new BuyerFacts(
                deals.size(),
                partners(deals, PerformedDeal::seller),
                grams(deals),
                bills.size(),
                count(bills, Promptness::onTime),
                count(deals, CountFacts::isUpheld),
                claims(deals),
                lapsed);
    }

    /** Heavy loads count for more: all that was settled against all that was sent, half-even. */
    private static @Nullable Long scaleDifference(List<PerformedDeal> weighed) {
        var sent = sum(weighed, PerformedDeal::sentGrams);
        return sent == 0
                ? null
                : BigDecimal.valueOf(sum(weighed, PerformedDeal::settledGrams) - sent)
                        .multiply(MILLION)
                        .divide(BigDecimal.valueOf(sent), 0, RoundingMode.HALF_EVEN)
                        .longValueExact();
    }

    private static long grams(List<PerformedDeal> deals) {
        return sum(deals, PerformedDeal::settledGrams);
    }

    private static long sum(List<PerformedDeal> deals, Function<PerformedDeal, @Nullable Long> weight) {
        return deals.stream()
                .map(deal -> Objects.requireNonNullElse(weight.apply(deal), 0L))
                .reduce(0L, Math::addExact);
    }

    /** The latest first. */
    private static List<ClaimFact> claims(List<PerformedDeal> deals) {
        return deals.stream()
                .flatMap(deal -> claim(deal).stream())
                .sorted(Comparator.comparing(ClaimFact::endedAt).reversed())
                .toList();
    }

    private static List<ClaimFact> claim(PerformedDeal deal) {
        var claim = deal.claim();
        return claim == null
                ? List.of()
                : List.of(new ClaimFact(deal.deal().value(), claim.id(), claim.endedAt(), claim.upheld()));
    }

    private static boolean isUpheld(PerformedDeal deal) {
        return deal.claim() instanceof EndedClaim claim && claim.upheld();
    }

    private static int partners(List<PerformedDeal> deals, Function<PerformedDeal, OrganisationId> other) {
        return (int) deals.stream().map(other).distinct().count();
    }

    private static int lapsed(List<DealOutcome> contracts, Predicate<DealOutcome> byIt) {
        return count(contracts, deal -> deal.state() == DealState.LAPSED && byIt.test(deal));
    }

    private static <T> int count(List<T> all, Predicate<T> which) {
        return (int) all.stream().filter(which).count();
    }
}
