package io.xunshi.platform.surveillance.domain;

import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, as detectors need it. The {@link #hash} is that of the step, as it was handed to the log.
 */
public sealed interface Fact {

    /** The deal or auction that it is about, by which the desk finds its trade and its records in the log. */
    UUID trade();

    /** Of the trade, what people read aloud. */
    String code();

    Instant at();

    /** SHA-256, hexadecimal. */
    String hash();

    /**
     * Both sides have signed.
     *
     * @param quantity grams or pieces
     * @param price fen for a tonne or a piece
     */
    record SignedDeal(
            UUID trade,
            String code,
            Instant at,
            String hash,
            OrganisationId seller,
            OrganisationId buyer,
            String materialCode,
            long quantity,
            long price)
            implements Fact {}

    /**
     * A signed deal with what is known today of how its sides hang together.
     *
     * @param underOneControl on the day of the deal
     * @param sharedPeople members of both
     * @param sharedBrowsers members of one who use a browser that members of the other use
     */
    record RelatedSides(SignedDeal deal, boolean underOneControl, int sharedPeople, int sharedBrowsers)
            implements Fact {

        @Override
        public UUID trade() {
            return deal.trade();
        }

        @Override
        public String code() {
            return deal.code();
        }

        @Override
        public Instant at() {
            return deal.at();
        }

        @Override
        public String hash() {
            return deal.hash();
        }
    }

    /**
     * A scale has weighed a load.
     *
     * @param load what was weighed; again where the ticket was corrected, or on the other side's scale
     * @param weigher whose scale it is; null for a third one, which is in nobody's register
     * @param scale by what its weigher knows it; two third scales may have the same number
     */
    record Weighing(
            UUID trade,
            String code,
            Instant at,
            String hash,
            UUID load,
            @Nullable OrganisationId weigher,
            String scale,
            String plate,
            long grossGrams,
            long tareGrams)
            implements Fact {

        /** Without repetition and third scales. */
        static List<OrganisationId> weighersOf(List<Weighing> tickets) {
            return tickets.stream()
                    .flatMap(ticket -> Stream.ofNullable(ticket.weigher()))
                    .distinct()
                    .toList();
        }

        /** Of no known scale nothing can be said from ticket to ticket. */
        public boolean isOfKnownScale() {
            return weigher != null;
        }

        /** The same for all tickets of one known scale. */
        public String scaleKey() {
            return weigher + "/" + scale;
        }
    }

    /**
     * A deal was settled for good.
     *
     * @param fenPerTonne what was paid, without deductions of the weight
     */
    record SettledPrice(
            UUID trade,
            String code,
            Instant at,
            String hash,
            OrganisationId seller,
            OrganisationId buyer,
            String materialCode,
            long fenPerTonne)
            implements Fact {}

    /**
     * An English auction was decided.
     *
     * @param at when it was decided
     * @param endedAt when bidding ended
     * @param startFen for a tonne or a piece
     * @param winner null where nobody won
     * @param bids that moved the price, in their order
     */
    record EnglishBidding(
            UUID trade,
            String code,
            Instant at,
            String hash,
            OrganisationId seller,
            String materialCode,
            Instant openedAt,
            Instant endedAt,
            long startFen,
            @Nullable OrganisationId winner,
            List<RaisedPrice> bids)
            implements Fact {

        public EnglishBidding {
            bids = List.copyOf(bids);
        }
    }

    /** @param priceFen after the bid, for a tonne or a piece */
    record RaisedPrice(OrganisationId bidder, Instant at, long priceFen) {}
}
