package io.xunshi.platform.auction.web;

import io.xunshi.platform.auction.domain.DutchAuction;
import io.xunshi.platform.auction.domain.EnglishAuction;
import io.xunshi.platform.auction.domain.Ladder;
import io.xunshi.platform.auction.domain.PartBid;
import io.xunshi.platform.auction.domain.SealedAuction;
import io.xunshi.platform.auction.domain.SealedRound;
import io.xunshi.platform.auction.domain.Way;
import io.xunshi.platform.auction.domain.YankeeAuction;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is special to each way of making a price. Prices are fen per unit, quantities grams or pieces. */
final class FormatResponses {
    private FormatResponses() {}

    /**
     * @param extensionsMax how often late bids may move the end; null without a limit
     * @param leastFen the least next bid
     * @param leader the paddle that is ahead; null before the first bid
     */
    record EnglishResponse(
            long tickFen,
            LadderResponse ladder,
            long windowSeconds,
            @Nullable Integer extensionsMax,
            int fatFingerFactor,
            int extensions,
            long leastFen,
            @Nullable Integer leader) {

        static EnglishResponse of(EnglishAuction auction) {
            var terms = auction.terms();
            var leader = auction.leader();
            return new EnglishResponse(
                    terms.tickFen(),
                    LadderResponse.of(terms.ladder()),
                    terms.lateBids().window().toSeconds(),
                    terms.lateBids().most(),
                    terms.fatFingerFactor(),
                    auction.extensions(),
                    auction.leastFen(),
                    leader == null ? null : leader.paddle());
        }
    }

    /** By how much the whole lot has to cost more, in fen. */
    record LadderResponse(List<RungResponse> rungs, long topStepFen) {

        static LadderResponse of(Ladder ladder) {
            return new LadderResponse(
                    ladder.rungs().stream()
                            .map(rung -> new RungResponse(rung.belowFen(), rung.stepFen()))
                            .toList(),
                    ladder.topStepFen());
        }
    }

    record RungResponse(long belowFen, long stepFen) {}

    /**
     * @param revealSeconds how long bids are opened after the end of each round, and are handed in for a final one
     * @param round 1, or 2 for the final one
     * @param revealUntil until when those of this round are opened
     * @param leastFen no bid of this round below it counts
     * @param only who bids in the final round; null in the first
     * @param bids of both rounds
     */
    record SealedResponse(
            long revealSeconds,
            int round,
            Instant revealUntil,
            long leastFen,
            @Nullable List<Integer> only,
            List<SealedBidResponse> bids) {

        static SealedResponse of(SealedAuction auction) {
            var round = auction.round();
            var last = auction.last();
            return new SealedResponse(
                    auction.window().toSeconds(),
                    auction.roundNumber(),
                    auction.decidedAt(),
                    round.leastFen(),
                    sorted(round.only()),
                    Stream.concat(of(1, auction.first()), last == null ? Stream.empty() : of(2, last))
                            .toList());
        }

        private static Stream<SealedBidResponse> of(int number, SealedRound round) {
            return round.bids().stream().map(bid -> SealedBidResponse.of(number, bid));
        }

        private static @Nullable List<Integer> sorted(@Nullable Set<Integer> paddles) {
            return paddles == null ? null : paddles.stream().sorted().toList();
        }
    }

    /**
     * @param sequence 1, 2, 3 … within the round
     * @param commitment hexadecimal
     * @param amountFen null until it is opened, as is the nonce
     */
    record SealedBidResponse(
            int round,
            int sequence,
            int paddle,
            String commitment,
            Instant at,
            @Nullable Long amountFen,
            @Nullable String nonce) {

        static SealedBidResponse of(int round, SealedRound.SealedBid bid) {
            return new SealedBidResponse(
                    round, bid.sequence(), bid.paddle(), bid.commitment(), bid.at(), bid.amountFen(), bid.nonce());
        }
    }

    /**
     * @param dropFen by how much the price falls every so many seconds
     * @param floorFen it falls no further
     * @param leastQuantity nobody takes less, unless less is left
     * @param takes in their order
     */
    record DutchResponse(
            long dropFen,
            long tickSeconds,
            long floorFen,
            long leastQuantity,
            long quantityLeft,
            List<PartBidResponse> takes) {

        static DutchResponse of(Way.Dutch way, DutchAuction auction) {
            return new DutchResponse(
                    way.dropFen(),
                    way.tick().toSeconds(),
                    way.floorFen(),
                    auction.leastQuantity(),
                    auction.quantityLeft(),
                    auction.takes().stream()
                            .map(PartBid::of)
                            .map(PartBidResponse::of)
                            .toList());
        }
    }

    /**
     * @param unit every bid is for a multiple of it
     * @param standing one bid of each paddle, the first to be served first
     * @param allotments who gets how much if nothing more is bid
     */
    record YankeeResponse(long tickFen, long unit, List<PartBidResponse> standing, List<AllotmentResponse> allotments) {

        static YankeeResponse of(YankeeAuction auction) {
            return new YankeeResponse(
                    auction.terms().tickFen(),
                    auction.terms().unit(),
                    auction.ranked().stream()
                            .map(PartBid::of)
                            .map(PartBidResponse::of)
                            .toList(),
                    auction.allotments().stream()
                            .map(won -> new AllotmentResponse(won.paddle(), won.quantity(), won.priceFen()))
                            .toList());
        }
    }

    record AllotmentResponse(int paddle, long quantity, long priceFen) {}

    /**
     * A take at a falling clock, or a bid for a part of a lot.
     *
     * @param takesLess whether they are content with less where not enough is left
     */
    record PartBidResponse(int sequence, int paddle, long quantity, long priceFen, boolean takesLess, Instant at) {

        static PartBidResponse of(PartBid bid) {
            return new PartBidResponse(
                    bid.sequence(), bid.paddle(), bid.quantity(), bid.priceFen(), bid.takesLess(), bid.at());
        }
    }

    /** From this moment on a falling clock shows so much. */
    record TickResponse(Instant at, long priceFen) {

        static List<TickResponse> of(DutchAuction auction) {
            return auction.clock().ticks().stream()
                    .map(tick -> new TickResponse(tick.at(), tick.priceFen()))
                    .toList();
        }
    }
}
