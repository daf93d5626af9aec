package io.xunshi.platform.auction.domain;

import java.util.List;

/**
 * By how much a bid must at least exceed the price (加价幅度). It climbs with what the whole lot is worth, and its steps
 * are money for the whole lot too: what a trader weighs up is what the truckload costs, not what a tonne does.
 *
 * @param rungs in ascending order, with steps that never shrink, so that a higher price never allows a lower bid
 * @param topStepFen from the last rung's end on
 */
public record Ladder(List<Rung> rungs, long topStepFen) {
    private static final long YUAN = 100;

    /** Below 10,000 yuan 100; below 100,000 yuan 500; below a million 2,000; below ten million 10,000; then 50,000. */
    public static final Ladder DEFAULT = new Ladder(
            List.of(
                    new Rung(10_000 * YUAN, 100 * YUAN),
                    new Rung(100_000 * YUAN, 500 * YUAN),
                    new Rung(1_000_000 * YUAN, 2_000 * YUAN),
                    new Rung(10_000_000 * YUAN, 10_000 * YUAN)),
            50_000 * YUAN);

    /** What {@link #DEFAULT} is called where it is stored: an auction keeps the ladder that it was published with. */
    public static final String DEFAULT_NAME = "standard-1";

    public Ladder {
        rungs = List.copyOf(rungs);
        var bound = 0L;
        var step = 1L;
        for (var rung : rungs) {
            if (rung.belowFen <= bound || rung.stepFen < step) {
                throw new IllegalArgumentException("A ladder goes up: " + rungs);
            }
            bound = rung.belowFen;
            step = rung.stepFen;
        }
        if (topStepFen < step) {
            throw new IllegalArgumentException("A ladder goes up: %s, %d".formatted(rungs, topStepFen));
        }
    }

    /** The same step at every price. */
    public static Ladder flat(long stepFen) {
        return new Ladder(List.of(), stepFen);
    }

    /** @throws IllegalArgumentException for a ladder that never was */
    public static Ladder named(String name) {
        if (!name.equals(DEFAULT_NAME)) {
            throw new IllegalArgumentException("There is no ladder " + name);
        }
        return DEFAULT;
    }

    /** What the lot must at least cost more, in fen, where it is at so many fen. */
    public long stepAt(long valueFen) {
        return rungs.stream()
                .filter(rung -> valueFen < rung.belowFen)
                .mapToLong(Rung::stepFen)
                .findFirst()
                .orElse(topStepFen);
    }

    /** A step that holds below a value of the whole lot; both in fen. */
    public record Rung(long belowFen, long stepFen) {}
}
