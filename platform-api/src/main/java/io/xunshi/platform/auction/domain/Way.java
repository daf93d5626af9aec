package io.xunshi.platform.auction.domain;

import io.xunshi.platform.auction.AuctionFormat;
import io.xunshi.platform.auction.domain.DutchClock.Tick;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * How the price of a lot shall be made, as published: the terms of one format. They do not change after that. All
 * prices are fen per unit.
 */
public sealed interface Way {

    AuctionFormat format();

    /** Where bidding starts: the least bid, or the first price of a falling clock. */
    long startFen();

    /** Whether there are bids by these terms for so much. */
    boolean isPossibleFor(LotQuantity lot);

    /** Whether a hidden reserve may be so high; where all prices are public or several win, there is none. */
    boolean takesReserve(long fen);

    /**
     * Before anything is bid.
     *
     * @param lotId a part of sealed bids' hashes
     */
    Bidding opened(UUID lotId, LotQuantity lot, AuctionHours hours);

    /** @param tickFen every amount is a multiple of it */
    record English(long startFen, long tickFen, Ladder ladder, LateBids lateBids) implements Way {

        @Override
        public AuctionFormat format() {
            return AuctionFormat.ENGLISH;
        }

        @Override
        public boolean isPossibleFor(LotQuantity lot) {
            return isPriceOn(tickFen, startFen);
        }

        @Override
        public boolean takesReserve(long fen) {
            return fen >= startFen && isPriceOn(tickFen, fen);
        }

        public EnglishTerms terms(LotQuantity lot) {
            return new EnglishTerms(lot, startFen, tickFen, ladder, lateBids, EnglishTerms.FAT_FINGER_FACTOR);
        }

        @Override
        public EnglishAuction opened(UUID lotId, LotQuantity lot, AuctionHours hours) {
            return EnglishAuction.opened(terms(lot), hours.endsAt());
        }
    }

    /** @param window how long bids are opened after the end, and a final round lasts, if there is one */
    record Sealed(long startFen, Duration window) implements Way {
        public static final Duration WINDOW_MAX = Duration.ofDays(1);

        @Override
        public AuctionFormat format() {
            return AuctionFormat.SEALED;
        }

        @Override
        public boolean isPossibleFor(LotQuantity lot) {
            return isPriceOn(1, startFen) && window.isPositive() && window.compareTo(WINDOW_MAX) <= 0;
        }

        @Override
        public boolean takesReserve(long fen) {
            return fen >= startFen && isPriceOn(1, fen);
        }

        @Override
        public SealedAuction opened(UUID lotId, LotQuantity lot, AuctionHours hours) {
            var opening = new SealedRound.Hours(
                    hours.opensAt(), hours.endsAt(), hours.endsAt().plus(window));
            return SealedAuction.of(lot, window, SealedRound.first(lotId, opening, startFen));
        }
    }

    /**
     * @param dropFen by how much the price falls with each tick
     * @param tick from one to the next
     * @param floorFen the price falls no further, and stays there until the end
     * @param leastQuantity grams or pieces; nobody takes less, unless less is left
     */
    record Dutch(long startFen, long dropFen, Duration tick, long floorFen, long leastQuantity) implements Way {
        public static final Duration TICK_MIN = Duration.ofSeconds(1);
        public static final Duration TICK_MAX = Duration.ofHours(1);

        /** A clock is published tick by tick. */
        public static final int TICKS_MAX = 1_000;

        @Override
        public AuctionFormat format() {
            return AuctionFormat.DUTCH;
        }

        @Override
        public boolean isPossibleFor(LotQuantity lot) {
            return isPriceOn(1, startFen)
                    && dropFen >= 1
                    && floorFen >= 1
                    && floorFen < startFen
                    && (startFen - floorFen) / dropFen < TICKS_MAX
                    && tick.compareTo(TICK_MIN) >= 0
                    && tick.compareTo(TICK_MAX) <= 0
                    && leastQuantity >= 1
                    && leastQuantity <= lot.amount();
        }

        @Override
        public boolean takesReserve(long fen) {
            return false;
        }

        @Override
        public DutchAuction opened(UUID lotId, LotQuantity lot, AuctionHours hours) {
            return DutchAuction.of(clock(hours), lot, leastQuantity);
        }

        /** Ticks that would come after the end are left out. */
        private DutchClock clock(AuctionHours hours) {
            List<Tick> ticks = new ArrayList<>();
            var at = hours.opensAt();
            for (long price = startFen; price >= floorFen && at.isBefore(hours.endsAt()); price -= dropFen) {
                ticks.add(new Tick(at, price));
                at = at.plus(tick);
            }
            return new DutchClock(ticks, hours.endsAt());
        }
    }

    /**
     * @param tickFen every price is a multiple of it
     * @param unit grams or pieces that are sold together; the lot is a multiple of it, and so is every bid
     */
    record Yankee(long startFen, long tickFen, long unit) implements Way {

        @Override
        public AuctionFormat format() {
            return AuctionFormat.YANKEE;
        }

        @Override
        public boolean isPossibleFor(LotQuantity lot) {
            return isPriceOn(tickFen, startFen) && unit >= 1 && lot.amount() % unit == 0;
        }

        @Override
        public boolean takesReserve(long fen) {
            return false;
        }

        public YankeeAuction.Terms terms(LotQuantity lot, AuctionHours hours) {
            return new YankeeAuction.Terms(lot, unit, startFen, tickFen, hours.opensAt(), hours.endsAt());
        }

        @Override
        public YankeeAuction opened(UUID lotId, LotQuantity lot, AuctionHours hours) {
            return YankeeAuction.opened(terms(lot, hours));
        }
    }

    private static boolean isPriceOn(long tickFen, long fen) {
        return tickFen >= 1 && fen >= tickFen && fen % tickFen == 0 && fen <= Bidding.PRICE_MAX_FEN;
    }
}
