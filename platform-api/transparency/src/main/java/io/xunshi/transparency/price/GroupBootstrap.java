package io.xunshi.transparency.price;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * How sure a mean is: it is computed again from as many sellers' groups, drawn with replacement, a thousand times.
 * Groups and not trades are drawn, since one firm's trades are no independent witnesses. Anybody with the seed draws
 * the same.
 */
final class GroupBootstrap {
    private static final int DRAWS = 1_000;

    /** Places of the 2.5th and the 97.5th hundredth among the sorted draws, by nearest rank. */
    private static final int LOW = 24;

    private static final int HIGH = 974;

    private GroupBootstrap() {}

    /**
     * @param trades at least one
     * @param weights one for each, as they count
     */
    static Interval interval(List<PricedTrade> trades, List<Long> weights, long seed) {
        var groups = groups(trades, weights);
        var random = new SplitMix(seed);
        var means = new long[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            means[draw] = mean(groups, random);
        }
        Arrays.sort(means);
        return new Interval(means[LOW], means[HIGH]);
    }

    private static long mean(List<Group> groups, SplitMix random) {
        var value = BigInteger.ZERO;
        var weight = BigInteger.ZERO;
        for (int i = 0; i < groups.size(); i++) {
            var drawn = groups.get(random.below(groups.size()));
            value = value.add(drawn.value());
            weight = weight.add(drawn.weight());
        }
        return PriceMeasures.rounded(value, weight);
    }

    /** By name. */
    private static List<Group> groups(List<PricedTrade> trades, List<Long> weights) {
        var byName = new TreeMap<String, Group>();
        for (int i = 0; i < trades.size(); i++) {
            var weight = BigInteger.valueOf(weights.get(i));
            var value = weight.multiply(BigInteger.valueOf(trades.get(i).fenPerTonne()));
            byName.merge(trades.get(i).seller(), new Group(value, weight), Group::plus);
        }
        return new ArrayList<>(byName.values());
    }

    /** 95 % of the draws lie within it; fen for a tonne. */
    record Interval(long lowFen, long highFen) {}

    private record Group(BigInteger value, BigInteger weight) {

        Group plus(Group other) {
            return new Group(value.add(other.value), weight.add(other.weight));
        }
    }

    /**
     * SplitMix64 (Steele, Lea, Flood 2014), written out so that a verifier in another language draws the same. A number
     * below a bound is the remainder of the unsigned word; the bias of that is below 2⁻⁵⁰ for any number of groups
     * here.
     */
    private static final class SplitMix {
        private static final long GAMMA = 0x9E3779B97F4A7C15L;

        private long state;

        SplitMix(long seed) {
            state = seed;
        }

        int below(int bound) {
            return (int) Long.remainderUnsigned(next(), bound);
        }

        private long next() {
            state += GAMMA;
            var word = state;
            word = (word ^ word >>> 30) * 0xBF58476D1CE4E5B9L;
            word = (word ^ word >>> 27) * 0x94D049BB133111EBL;
            return word ^ word >>> 31;
        }
    }
}
