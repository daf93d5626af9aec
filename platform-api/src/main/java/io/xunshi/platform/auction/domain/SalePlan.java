package io.xunshi.platform.auction.domain;

import io.xunshi.platform.auction.AuctionCause;
import io.xunshi.platform.auction.AuctionId;
import io.xunshi.platform.auction.AuctionState;
import io.xunshi.platform.auction.domain.Sale.SoldLot;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.kernel.ShortCode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a seller wants to hold an auction.
 *
 * @param reserveFen fen per unit; null where every price is enough
 */
public record SalePlan(
        Way way, @Nullable Long reserveFen, Money deposit, Instant inspectionFrom, Instant opensAt, Instant endsAt) {
    public static final Duration LENGTH_MAX = Duration.ofDays(7);
    public static final Duration AHEAD_MAX = Duration.ofDays(60);

    /** From one yuan to ten million. */
    private static final long DEPOSIT_MIN_FEN = 100;

    private static final long DEPOSIT_MAX_FEN = 1_000_000_000;

    /**
     * Whether goods can be looked at, then bid for, all of it still to come and none of it far away.
     *
     * @param shortest no time for bids, or for opening them, is shorter
     */
    public boolean hoursArePossibleAt(Instant now, Duration shortest) {
        var length = Duration.between(opensAt, endsAt);
        return !inspectionFrom.isAfter(opensAt)
                && now.isBefore(opensAt)
                && Duration.between(now, opensAt).compareTo(AHEAD_MAX) <= 0
                && length.compareTo(shortest) >= 0
                && !(way instanceof Way.Sealed sealed && sealed.window().compareTo(shortest) < 0)
                && length.compareTo(LENGTH_MAX) <= 0;
    }

    /** Whether there are bids by these terms, and the reserve is one of them. */
    public boolean termsArePossibleFor(LotQuantity quantity) {
        return way.isPossibleFor(quantity)
                && (reserveFen == null || way.takesReserve(reserveFen))
                && deposit.currency().equals(Money.CNY)
                && deposit.amount() >= DEPOSIT_MIN_FEN
                && deposit.amount() <= DEPOSIT_MAX_FEN;
    }

    /**
     * The auction that is planned. Its hours are whole milliseconds: what is stored is what was published.
     *
     * @param nonce random, for the commitment to the reserve
     */
    public Sale drafted(AuctionId id, SoldLot lot, LotQuantity quantity, AccountId person, byte[] nonce, Instant now) {
        var hours = new AuctionHours(inMillis(inspectionFrom), inMillis(opensAt), inMillis(endsAt));
        return new Sale(
                id,
                ShortCode.of('Y', id.value()),
                lot,
                hours,
                way,
                AuctionState.DRAFT,
                way.opened(lot.id(), quantity, hours),
                deposit,
                reserveFen == null
                        ? null
                        : new Reserve(reserveFen, HexFormat.of().formatHex(nonce)),
                AuctionCause.SELLER_DRAFTED,
                now,
                List.of(),
                person,
                1);
    }

    private static Instant inMillis(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MILLIS);
    }
}
