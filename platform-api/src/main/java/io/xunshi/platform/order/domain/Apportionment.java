package io.xunshi.platform.order.domain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Shares a sum out in proportion to weights, to the fen: everybody gets the whole fen of their part, and what is left
 * over goes one by one to the largest remainders. Shares keep within bounds, so each is off its exact part by little.
 */
public final class Apportionment {
    private Apportionment() {}

    /**
     * @param least what every share is at least
     * @param most what each share is at most
     * @return the shares, in the order of the weights; together the total
     * @throws IllegalArgumentException for weights that are not positive, or bounds that the total does not fit into
     */
    public static List<Long> of(long total, List<Long> weights, long least, List<Long> most) {
        requireFit(total, weights, least, most);
        var sum = weights.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        var parts = weights.stream()
                .map(weight -> BigInteger.valueOf(total)
                        .multiply(BigInteger.valueOf(weight))
                        .divideAndRemainder(sum))
                .toList();
        var shares = new ArrayList<Long>();
        for (var i = 0; i < parts.size(); i++) {
            shares.add(Math.clamp(parts.get(i)[0].longValueExact(), least, most.get(i)));
        }
        var byRemainder = IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> parts.get(i)[1]).reversed())
                .toList();
        level(total, shares, byRemainder, least, most);
        return List.copyOf(shares);
    }

    /** Without an upper bound. */
    public static List<Long> of(long total, List<Long> weights, long least) {
        return of(total, weights, least, weights.stream().map(weight -> total).toList());
    }

    private static void level(long total, List<Long> shares, List<Integer> byRemainder, long least, List<Long> most) {
        var missing = total - sumOf(shares);
        while (missing != 0) {
            for (var i : byRemainder) {
                if (missing > 0 && shares.get(i) < most.get(i)) {
                    shares.set(i, shares.get(i) + 1);
                    missing--;
                } else if (missing < 0 && shares.get(i) > least) {
                    shares.set(i, shares.get(i) - 1);
                    missing++;
                }
            }
        }
    }

    private static void requireFit(long total, List<Long> weights, long least, List<Long> most) {
        var isBounded = IntStream.range(0, weights.size()).allMatch(i -> weights.get(i) > 0 && most.get(i) >= least);
        if (weights.isEmpty() || !isBounded || total < least * weights.size() || total > sumOf(most)) {
            throw new IllegalArgumentException(
                    "%d cannot be shared out by %s, each between %d and %s".formatted(total, weights, least, most));
        }
    }

    private static long sumOf(List<Long> amounts) {
        return amounts.stream().flatMapToLong(LongStream::of).reduce(0L, Math::addExact);
    }
}
