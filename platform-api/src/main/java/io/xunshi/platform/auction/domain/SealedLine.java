package io.xunshi.platform.auction.domain;

import io.xunshi.platform.auction.AuctionEvents.AuctionFacts;
import io.xunshi.platform.auction.AuctionId;
import io.xunshi.platform.auction.DepositState;
import io.xunshi.platform.kernel.Sha256;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What of an auction is sealed in the public log: words with a blank between them, of which the log has the SHA-256.
 * Everything in them stands in the auction's public record, so that anybody can write the same line and find its hash.
 * What is left out is a hyphen, and moments are as in the record. No line says more than the record does at its time: a
 * bidder's ceiling is in none, since somebody could try all that it may be.
 */
public final class SealedLine {
    private static final String NOTHING = "-";

    private SealedLine() {}

    /** The terms, with the commitment to the reserve, before the first bid. */
    public static String ofOpening(Sale sale) {
        var bidding = sale.bidding();
        var reserve = sale.reserve();
        return line(
                Stream.of(
                        "opened",
                        sale.id(),
                        sale.way().format(),
                        sale.lot().id(),
                        bidding.lot().amount(),
                        bidding.lot().perPriceUnit(),
                        sale.way().startFen(),
                        sale.deposit().amount(),
                        sale.hours().opensAt(),
                        sale.hours().endsAt(),
                        orNothing(reserve == null ? null : reserve.commitment())),
                terms(sale.way()));
    }

    /** A bid of an English auction, with what came of it. */
    public static String of(AuctionId auction, Bid bid) {
        return line(
                Stream.of(
                        "bid",
                        auction,
                        bid.sequence(),
                        bid.paddle(),
                        bid.kind(),
                        bid.amountFen(),
                        bid.at(),
                        bid.priceFen(),
                        bid.leader(),
                        bid.endsAt()),
                Stream.of());
    }

    public static String of(AuctionId auction, PartBid bid) {
        return line(
                Stream.of(
                        "bid",
                        auction,
                        bid.sequence(),
                        bid.paddle(),
                        bid.quantity(),
                        bid.priceFen(),
                        bid.takesLess(),
                        bid.at()),
                Stream.of());
    }

    /** A sealed bid as it was handed in. */
    public static String of(AuctionId auction, int round, SealedRound.SealedBid bid) {
        return line(
                Stream.of("bid", auction, round, bid.sequence(), bid.paddle(), bid.commitment(), bid.at()),
                Stream.of());
    }

    /** Who has won how much at which price, and what the reserve was. */
    public static String ofResult(Sale sale) {
        var reserve = sale.reserve();
        return line(
                Stream.of(
                        "decided",
                        sale.id(),
                        orNothing(reserve == null ? null : reserve.amountFen()),
                        orNothing(reserve == null ? null : reserve.nonce())),
                sale.awards().stream()
                        .map(AwardedDeal::award)
                        .flatMap(award -> Stream.of(award.paddle(), award.quantity(), award.priceFen())));
    }

    /** What became of a bidder's deposit; each of its states comes once. */
    public static String of(Deposit deposit, DepositState state) {
        return line(
                Stream.of(
                        "deposit",
                        deposit.auction(),
                        deposit.paddle(),
                        state,
                        deposit.amount().amount()),
                Stream.of());
    }

    /** What the log is told of a step. */
    public static AuctionFacts facts(Sale sale, String line) {
        var lot = sale.lot();
        return new AuctionFacts(sale.code(), lot.seller(), lot.material(), lot.area(), Sha256.of(line));
    }

    private static Stream<Object> terms(Way way) {
        return switch (way) {
            case Way.English english ->
                Stream.of(
                        english.tickFen(),
                        english.lateBids().window().toSeconds(),
                        orNothing(english.lateBids().most()));
            case Way.Sealed sealed -> Stream.of(sealed.window().toSeconds());
            case Way.Dutch dutch ->
                Stream.of(dutch.dropFen(), dutch.tick().toSeconds(), dutch.floorFen(), dutch.leastQuantity());
            case Way.Yankee yankee -> Stream.of(yankee.tickFen(), yankee.unit());
        };
    }

    private static Object orNothing(@Nullable Object word) {
        return word == null ? NOTHING : word;
    }

    private static String line(Stream<?> words, Stream<?> more) {
        return Stream.concat(words, more).map(String::valueOf).collect(Collectors.joining(" "));
    }
}
