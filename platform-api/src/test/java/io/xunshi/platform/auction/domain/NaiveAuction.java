package io.xunshi.platform.auction.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the English auction as somebody would write them down who need not be quick: it keeps nothing but the
 * list of bids, computes everything from the whole of it each time, and counts where the product divides.
 */
final class NaiveAuction {
    private final EnglishTerms terms;
    private final Instant plannedEnd;
    private final List<Entry> entries = new ArrayList<>();

    NaiveAuction(EnglishTerms terms, Instant plannedEnd) {
        this.terms = terms;
        this.plannedEnd = plannedEnd;
    }

    /** Whether the offer is taken. */
    boolean offer(Offer offer, Instant now) {
        var amount = offer.amountFen() == null ? least() : offer.amountFen();
        var entry = new Entry(offer.paddle(), amount, offer.ceilingFen(), offer.ownStepFen(), now);
        var isTaken = now.isBefore(end()) && isValid(entry) && (offer.confirmed() || isCredible(entry));
        if (isTaken) {
            entries.add(entry);
        }
        return isTaken;
    }

    Optional<Integer> winner() {
        return leaderOf(entries.size()).map(Entry::paddle);
    }

    OptionalLong price() {
        return priceOf(entries.size());
    }

    Instant end() {
        var end = plannedEnd;
        var moved = 0;
        var most = terms.lateBids().most() == null
                ? Integer.MAX_VALUE
                : terms.lateBids().most();
        for (int i = 0; i < entries.size(); i++) {
            var earliestEnd = entries.get(i).at.plus(terms.lateBids().window());
            if (!isRaise(i) && earliestEnd.isAfter(end) && moved < most) {
                end = earliestEnd;
                moved++;
            }
        }
        return end;
    }

    private boolean isValid(Entry entry) {
        var multiples = entry.ceiling % terms.tickFen() == 0
                && entry.amount % terms.tickFen() == 0
                && (entry.ownStep == null || entry.ownStep % terms.tickFen() == 0);
        var steps = entry.ownStep == null || entry.ownStep >= step(price().orElse(terms.startFen()));
        var leads = winner().filter(paddle -> paddle == entry.paddle).isPresent();
        var high = leads
                ? entries.stream()
                        .filter(one -> one.paddle == entry.paddle)
                        .allMatch(one -> one.ceiling < entry.ceiling)
                : entry.amount >= least() && entry.ceiling >= entry.amount;
        return multiples && steps && high;
    }

    private boolean isCredible(Entry entry) {
        return entry.ceiling < price().orElse(terms.startFen()) * terms.fatFingerFactor();
    }

    private long least() {
        return price().isEmpty() ? terms.startFen() : price().getAsLong() + step(price().getAsLong());
    }

    /** The price after so many entries. */
    private OptionalLong priceOf(int count) {
        if (count == 0) {
            return OptionalLong.empty();
        }
        if (isRaise(count - 1)) {
            return priceOf(count - 1);
        }
        var leader = leaderOf(count).orElseThrow();
        var rival = entries.subList(0, count).stream()
                .filter(entry -> entry.paddle != leader.paddle)
                .mapToLong(Entry::ceiling)
                .max();
        var began = bidThatTookTheLead(count);
        if (rival.isEmpty()) {
            return OptionalLong.of(entries.get(began).amount);
        }
        if (leader.ownStep == null) {
            var formula =
                    Math.min(leader.ceiling, Math.max(terms.startFen(), rival.getAsLong() + step(rival.getAsLong())));
            return OptionalLong.of(Math.max(entries.get(began).amount, formula));
        }
        var price = began == count - 1
                ? entries.get(began).amount
                : priceOf(count - 1).getAsLong();
        while (price <= rival.getAsLong()) {
            price += leader.ownStep;
        }
        return OptionalLong.of(Math.min(leader.ceiling, price));
    }

    /** Who has the highest ceiling after so many entries; of equals the earliest. */
    private Optional<Entry> leaderOf(int count) {
        return entries.subList(0, count).stream()
                .sorted(Comparator.comparingLong(Entry::ceiling).reversed())
                .findFirst();
    }

    private boolean isRaise(int index) {
        return leaderOf(index)
                .filter(leader -> leader.paddle == entries.get(index).paddle)
                .isPresent();
    }

    private int bidThatTookTheLead(int count) {
        var paddle = leaderOf(count).orElseThrow().paddle;
        var began = count - 1;
        while (began > 0 && leaderOf(began).filter(one -> one.paddle == paddle).isPresent()) {
            began--;
        }
        return began;
    }

    /** Tick by tick until the lot costs enough more. */
    private long step(long price) {
        var lot = new BigDecimal(terms.lot().amount()).divide(new BigDecimal(1_000_000));
        var worth = lot.multiply(new BigDecimal(price))
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
        var wanted = new BigDecimal(terms.ladder().stepAt(worth));
        var step = terms.tickFen();
        while (lot.multiply(new BigDecimal(step)).compareTo(wanted) < 0) {
            step += terms.tickFen();
        }
        return step;
    }

    /** What was taken, and nothing of what followed from it. */
    private record Entry(
            int paddle, long amount, long ceiling, @Nullable Long ownStep, Instant at) {}
}
