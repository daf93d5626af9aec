package io.xunshi.platform.pricing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is taken off the price of a tonne for one attribute (质量扣款).
 *
 * @param attribute as the quality schema names it, <code>iron_pct</code>
 * @param bad on which side of the free limit the goods are worse
 * @param free up to here nothing is deducted, in hundredths of the attribute's unit (of a percentage, basis points)
 * @param reject beyond this the buyer may refuse the load; null where there is no such limit
 */
public record Penalty(
        String attribute, Worse bad, long free, @Nullable Long reject, Deduction deduction) {

    public Penalty {
        if (reject != null && (bad == Worse.ABOVE ? reject < free : reject > free)) {
            throw new IllegalArgumentException("Refused before anything is deducted: " + attribute);
        }
    }

    /** How far the value is beyond the free limit, in hundredths; zero where it is not. */
    long excess(long value) {
        return Math.max(0, bad == Worse.ABOVE ? value - free : free - value);
    }

    boolean rejects(long value) {
        return reject != null && (bad == Worse.ABOVE ? value > reject : value < reject);
    }

    /** Fen a tonne, exact. */
    Ratio of(long value) {
        var excess = excess(value);
        return switch (deduction) {
            case Linear linear -> Ratio.of(linear.fenPerTonne()).times(Ratio.of(excess, linear.per()));
            case Stepped stepped -> Ratio.of(stepped.at(excess));
        };
    }

    /** On which side of a limit goods are worse. */
    public enum Worse {
        /** Iron, moisture, inclusions. */
        ABOVE,
        /** Metal content, recovery. */
        BELOW
    }

    /** How the deduction grows. */
    public sealed interface Deduction {}

    /** So many fen a tonne for so many hundredths beyond the free limit, and for less in proportion. */
    public record Linear(long per, long fenPerTonne) implements Deduction {
        public Linear {
            if (per < 1 || fenPerTonne < 0) {
                throw new IllegalArgumentException("No deduction: " + fenPerTonne + " per " + per);
            }
        }
    }

    /** The highest step that was reached counts, alone. */
    public record Stepped(List<Step> steps) implements Deduction {
        public Stepped {
            steps = List.copyOf(steps);
            for (int i = 1; i < steps.size(); i++) {
                if (steps.get(i).over() <= steps.get(i - 1).over()
                        || steps.get(i).fenPerTonne() < steps.get(i - 1).fenPerTonne()) {
                    throw new IllegalArgumentException("Steps rise");
                }
            }
        }

        long at(long excess) {
            return steps.stream()
                    .filter(step -> excess > step.over())
                    .mapToLong(Step::fenPerTonne)
                    .max()
                    .orElse(0);
        }
    }

    /** @param over for an excess of more than this, in hundredths */
    public record Step(long over, long fenPerTonne) {
        public Step {
            if (over < 0 || fenPerTonne < 0) {
                throw new IllegalArgumentException("No step: " + fenPerTonne + " over " + over);
            }
        }
    }
}
