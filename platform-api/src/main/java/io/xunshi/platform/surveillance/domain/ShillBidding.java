package io.xunshi.platform.surveillance.domain;

import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.surveillance.domain.Fact.EnglishBidding;
import io.xunshi.platform.surveillance.domain.Fact.RaisedPrice;
import io.xunshi.platform.surveillance.domain.Finding.Evidence;
import io.xunshi.platform.surveillance.domain.Finding.Figure;
import io.xunshi.platform.surveillance.domain.Finding.Figure.Name;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * 托价. A shill keeps to one seller, bids often, answers at once, raises by little, stops before the end, and does not
 * win. Each of the six is a number from 0 to 1; Trevathan and Read's weights make a score out of 10 of them. Who took
 * part in fewer than five auctions of a seller has none: of three bidders one loses the first three auctions often
 * enough.
 */
public final class ShillBidding implements Detection<EnglishBidding> {
    static final Duration WINDOW = Duration.ofDays(365);
    static final double SCORE_MOST = 8;
    static final int AUCTIONS_LEAST = 5;

    private static final double TEN = 10;

    @Override
    public Detector detector() {
        return Detector.SHILL_BIDDING;
    }

    @Override
    public Duration memory() {
        return WINDOW;
    }

    @Override
    public List<Finding> judge(List<EnglishBidding> facts, Instant since) {
        var found = new LinkedHashMap<String, Finding>();
        for (int last = 0; last < facts.size(); last++) {
            if (!facts.get(last).at().isBefore(since)) {
                judgeLast(facts.subList(0, last + 1), found);
            }
        }
        return List.copyOf(found.values());
    }

    private static void judgeLast(List<EnglishBidding> auctions, Map<String, Finding> found) {
        var last = auctions.getLast();
        var from = last.at().minus(WINDOW);
        var within =
                auctions.stream().filter(auction -> auction.at().isAfter(from)).toList();
        last.bids().stream()
                .map(RaisedPrice::bidder)
                .distinct()
                .filter(bidder -> !bidder.equals(last.winner()))
                .flatMap(bidder -> judgeBidder(bidder, last.seller(), within).stream())
                .forEach(finding -> found.putIfAbsent(finding.key(), finding));
    }

    private static Optional<Finding> judgeBidder(
            OrganisationId bidder, OrganisationId seller, List<EnglishBidding> auctions) {
        var ofSeller = auctions.stream()
                .filter(auction -> auction.seller().equals(seller))
                .toList();
        var together =
                ofSeller.stream().filter(auction -> hasBid(bidder, auction)).toList();
        if (together.size() < AUCTIONS_LEAST) {
            return Optional.empty();
        }
        var ofBidder =
                auctions.stream().filter(auction -> hasBid(bidder, auction)).count();
        var wins = together.stream()
                .filter(auction -> bidder.equals(auction.winner()))
                .count();
        var marks = List.of(
                new Mark(
                        Name.SELLER_AFFINITY,
                        9,
                        (double) together.size() / ofSeller.size() * together.size() / ofBidder),
                new Mark(Name.BID_FREQUENCY, 2, mean(together, auction -> frequency(bidder, auction))),
                new Mark(Name.LOSS_SHARE, 5, 1 - (double) wins / together.size()),
                new Mark(Name.QUICKNESS, 2, mean(together, auction -> below(bidder, auction, ShillBidding::pauses))),
                new Mark(Name.SMALL_STEPS, 2, mean(together, auction -> below(bidder, auction, ShillBidding::steps))),
                new Mark(Name.EARLY_STOP, 2, mean(together, auction -> earlyStop(bidder, auction))));
        var score = score(marks);
        return score > SCORE_MOST
                ? Optional.of(finding(bidder, seller, together, wins, marks, score))
                : Optional.empty();
    }

    static double score(List<Mark> marks) {
        return TEN
                * marks.stream()
                        .mapToDouble(mark -> mark.weight() * mark.value())
                        .sum()
                / marks.stream().mapToInt(Mark::weight).sum();
    }

    private static boolean hasBid(OrganisationId bidder, EnglishBidding auction) {
        return auction.bids().stream().anyMatch(bid -> bid.bidder().equals(bidder));
    }

    private static double mean(List<EnglishBidding> auctions, ToDoubleFunction<EnglishBidding> mark) {
        return auctions.stream().mapToDouble(mark).average().orElse(0);
    }

    /** Nobody bids against themselves, so half of all bids is the most. */
    private static double frequency(OrganisationId bidder, EnglishBidding auction) {
        return Math.min(1, 2.0 * ownBids(bidder, auction) / auction.bids().size());
    }

    /** How far the bidder's mean is from the largest of all bidders' means, between it and the smallest. */
    private static double below(OrganisationId bidder, EnglishBidding auction, PerBid measured) {
        var values = measured.of(auction);
        var means = IntStream.range(0, values.length)
                .boxed()
                .collect(Collectors.groupingBy(
                        index -> auction.bids().get(index).bidder(),
                        Collectors.averagingDouble(index -> values[index])));
        var largest =
                means.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        var smallest =
                means.values().stream().mapToDouble(Double::doubleValue).min().orElse(0);
        return largest > smallest ? (largest - means.getOrDefault(bidder, largest)) / (largest - smallest) : 0;
    }

    /** Seconds since the bid before, or since the opening. */
    private static double[] pauses(EnglishBidding auction) {
        var bids = auction.bids();
        return IntStream.range(0, bids.size())
                .mapToDouble(index -> Duration.between(
                                index == 0
                                        ? auction.openedAt()
                                        : bids.get(index - 1).at(),
                                bids.get(index).at())
                        .toMillis())
                .toArray();
    }

    /** Fen that a bid moved the price by. */
    private static double[] steps(EnglishBidding auction) {
        var bids = auction.bids();
        return IntStream.range(0, bids.size())
                .mapToDouble(index -> bids.get(index).priceFen()
                        - (index == 0 ? auction.startFen() : bids.get(index - 1).priceFen()))
                .toArray();
    }

    /** The share of the auction that was left after the bidder's last bid. */
    private static double earlyStop(OrganisationId bidder, EnglishBidding auction) {
        var whole = Duration.between(auction.openedAt(), auction.endedAt()).toMillis();
        var left = auction.bids().stream()
                .filter(bid -> bid.bidder().equals(bidder))
                .mapToLong(bid -> Duration.between(bid.at(), auction.endedAt()).toMillis())
                .min()
                .orElse(0);
        return whole > 0 ? Math.clamp((double) left / whole, 0, 1) : 0;
    }

    private static Finding finding(
            OrganisationId bidder,
            OrganisationId seller,
            List<EnglishBidding> together,
            long wins,
            List<Mark> marks,
            double score) {
        var counted = List.of(new Figure(Name.AUCTIONS, together.size()), new Figure(Name.WINS, wins));
        return new Finding(
                Detector.SHILL_BIDDING,
                Severity.HIGH,
                together.getLast().materialCode(),
                Finding.keyOf(Detection.month(together.getLast().at()), seller, bidder),
                score,
                SCORE_MOST,
                Stream.concat(counted.stream(), marks.stream().map(mark -> new Figure(mark.name(), mark.value())))
                        .toList(),
                List.of(bidder, seller),
                together.stream()
                        .map(auction -> Evidence.of(auction, bidder, seller, ownBids(bidder, auction)))
                        .toList());
    }

    private static long ownBids(OrganisationId bidder, EnglishBidding auction) {
        return auction.bids().stream()
                .filter(bid -> bid.bidder().equals(bidder))
                .count();
    }

    /** @param value 0 to 1 */
    record Mark(Name name, int weight, double value) {}

    /** A number for each bid of an auction, in their order. */
    private interface PerBid {
        double[] of(EnglishBidding auction);
    }
}
