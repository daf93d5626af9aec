package io.xunshi.transparency.auction;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bids one after the other, with their ceilings cut off at the final price: price, leader and end after each. */
final class EnglishRules {
    private final JsonValue auction;
    private final JsonValue terms;
    private Instant endsAt;
    private long extensions;
    private @Nullable Standing leader;

    private EnglishRules(JsonValue auction) throws Contradiction {
        this.auction = auction;
        terms = auction.get("english");
        endsAt = Instant.parse(auction.get("plannedEnd").text());
    }

    static List<Winner> winners(JsonValue auction, List<JsonValue> bids) throws Contradiction {
        var rules = new EnglishRules(auction);
        long sequence = 0;
        for (var bid : bids) {
            sequence++;
            Rules.require(bid.get("sequence").number() == sequence, "bid %d is out of sequence", sequence);
            rules.take(bid, sequence);
        }
        var leader = rules.leader;
        return leader == null
                ? List.of()
                : List.of(new Winner(leader.paddle, auction.get("amount").number(), leader.priceFen));
    }

    private void take(JsonValue bid, long sequence) throws Contradiction {
        var at = Instant.parse(bid.get("at").text());
        Rules.require(at.isBefore(endsAt), "bid %d came after the end", sequence);
        if (bid.get("kind").text().equals("RAISE")) {
            raise(bid, sequence);
        } else {
            outbid(bid, sequence);
            extend(at);
        }
        var after = leader;
        Rules.require(
                after != null
                        && bid.get("priceFen").number() == after.priceFen
                        && bid.get("leader").number() == after.paddle
                        && Instant.parse(bid.get("endsAt").text()).equals(endsAt),
                "what came of bid %d is not what the rules make of it",
                sequence);
    }

    /** Who is ahead moves nothing but their ceiling. */
    private void raise(JsonValue bid, long sequence) throws Contradiction {
        var before = leader;
        var ceiling = bid.get("ceilingFen").number();
        Rules.require(
                before != null && before.paddle == bid.get("paddle").number() && ceiling >= before.ceilingFen,
                "bid %d raises nothing",
                sequence);
        leader = new Standing(bid.get("paddle").number(), bid.get("amountFen").number(), ceiling, ownStep(bid));
    }

    private void outbid(JsonValue bid, long sequence) throws Contradiction {
        var before = leader;
        var amount = bid.get("amountFen").number();
        var ceiling = bid.get("ceilingFen").number();
        var tick = terms.get("tickFen").number();
        var least = before == null ? auction.get("startFen").number() : before.priceFen + step(before.priceFen);
        Rules.require(
                amount >= least
                        && ceiling >= amount
                        && amount % tick == 0
                        && ceiling % tick == 0
                        && (before == null || before.paddle != bid.get("paddle").number()),
                "bid %d should not have been taken",
                sequence);
        var rival = new Standing(bid.get("paddle").number(), amount, ceiling, ownStep(bid));
        if (before == null) {
            leader = rival;
        } else if (ceiling > before.ceilingFen) {
            leader = rival.at(Math.max(amount, Math.min(ceiling, climbed(rival, before.ceilingFen))));
        } else {
            leader = before.at(Math.min(before.ceilingFen, climbed(before, ceiling)));
        }
    }

    private void extend(Instant at) throws Contradiction {
        var later = at.plusSeconds(terms.get("windowSeconds").number());
        var most = terms.get("extensionsMax");
        if (later.isAfter(endsAt) && (most.isNull() || extensions < most.number())) {
            endsAt = later;
            extensions++;
        }
    }

    /** The first automatic bid over a rival's: a step of the ladder over it, or the next of the own steps. */
    private long climbed(Standing climbing, long rivalFen) throws Contradiction {
        var own = climbing.ownStepFen;
        if (own == null) {
            return rivalFen + step(rivalFen);
        }
        var price = climbing.priceFen;
        while (price <= rivalFen) {
            price += own;
        }
        return price;
    }

    /** The smallest multiple of the tick by which the whole lot costs at least the ladder's step more. */
    private long step(long priceFen) throws Contradiction {
        var amount = BigInteger.valueOf(auction.get("amount").number());
        var unit = BigInteger.valueOf(auction.get("perPriceUnit").number());
        var value = new BigDecimal(BigInteger.valueOf(priceFen).multiply(amount))
                .divide(new BigDecimal(unit), 0, RoundingMode.HALF_EVEN)
                .longValueExact();
        var asked = BigInteger.valueOf(rung(value)).multiply(unit);
        var rise = asked.add(amount).subtract(BigInteger.ONE).divide(amount).longValueExact();
        var tick = terms.get("tickFen").number();
        return (rise + tick - 1) / tick * tick;
    }

    private long rung(long valueFen) throws Contradiction {
        var ladder = terms.get("ladder");
        for (var rung : ladder.get("rungs").items()) {
            if (valueFen < rung.get("belowFen").number()) {
                return rung.get("stepFen").number();
            }
        }
        return ladder.get("topStepFen").number();
    }

    private static @Nullable Long ownStep(JsonValue bid) throws Contradiction {
        var own = bid.get("ownStepFen");
        return own.isNull() ? null : own.number();
    }

    private record Standing(
            long paddle,
            long priceFen,
            long ceilingFen,
            @Nullable Long ownStepFen) {

        Standing at(long otherPriceFen) {
            return new Standing(paddle, otherPriceFen, ceilingFen, ownStepFen);
        }
    }
}
