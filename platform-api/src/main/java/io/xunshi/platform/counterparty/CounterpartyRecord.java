package io.xunshi.platform.counterparty;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an organisation has kept its deals since then. Each side for itself: who sells well may pay badly.
 *
 * @param since the first instant that counts
 */
public record CounterpartyRecord(Instant since, SellerFacts asSeller, BuyerFacts asBuyer) {

    /** So few deals, or so few partners, would tell a partner what the others did. */
    static final int DEALS_MIN = 5;

    static final int PARTNERS_MIN = 3;

    /** Whether figures of so many tell of no single deal. */
    private static boolean tellsOfNoSingleDeal(int deals, int partners) {
        return deals >= DEALS_MIN && partners >= PARTNERS_MIN;
    }

    /**
     * Of deals in which it sold.
     *
     * @param deals whose performance is over
     * @param partners different buyers among them
     * @param grams that were settled
     * @param dispatched of the deals, those in which something was sent within the contract's time
     * @param weighed of the deals, those in which it weighed and the weight was settled
     * @param scaleDifferencePpm of those, settled weight less its own tickets, in millionths of its tickets; null where
     *     it weighed none
     * @param gradeFellShort of the deals, those in which something was taken off for what was read
     * @param claims that ended, those in which the buyer was right <code>upheld</code> of them
     * @param lapsed contracts that it did not sign in time
     */
    public record SellerFacts(
            int deals,
            int partners,
            long grams,
            int dispatched,
            int weighed,
            @Nullable Long scaleDifferencePpm,
            int gradeFellShort,
            int upheld,
            List<ClaimFact> claims,
            int lapsed) {
        public SellerFacts {
            claims = List.copyOf(claims);
        }

        public boolean isPublishable() {
            return tellsOfNoSingleDeal(deals, partners);
        }
    }

    /**
     * Of deals in which it bought.
     *
     * @param bills that were paid, or are late
     * @param paidOnTime of the bills
     * @param claims that it raised and that ended, those in which it was right <code>upheld</code> of them
     * @param lapsed contracts that it did not sign in time
     */
    public record BuyerFacts(
            int deals,
            int partners,
            long grams,
            int bills,
            int paidOnTime,
            int upheld,
            List<ClaimFact> claims,
            int lapsed) {
        public BuyerFacts {
            claims = List.copyOf(claims);
        }

        public boolean isPublishable() {
            return tellsOfNoSingleDeal(deals, partners);
        }
    }

    /**
     * A claim that ended.
     *
     * @param deal for its sides alone
     * @param upheld the buyer got something off, or need not take the goods
     */
    public record ClaimFact(UUID deal, UUID claim, Instant endedAt, boolean upheld) {}
}
