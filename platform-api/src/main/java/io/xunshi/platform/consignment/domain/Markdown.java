package io.xunshi.platform.consignment.domain;

import io.xunshi.platform.kernel.Money;
import java.util.List;

/**
 * One step of a mark-down schedule (降价计划): so many days after the intake, so much off the appraised price. Steps do not
 * add up; the largest that is due counts.
 *
 * @param afterDays at least 1
 * @param percentOff 1 to 90
 */
public record Markdown(int afterDays, int percentOff) {
    private static final int WHOLE = 100;

    /**
     * What a thing costs when these steps are due: never less than the minimum, never more than appraised. Rounded down
     * to the fen.
     */
    public static Money priceAfter(List<Markdown> due, Money appraised, Money minimum) {
        var off = due.stream().mapToInt(Markdown::percentOff).max().orElse(0);
        var marked = new Money(
                Math.floorDiv(Math.multiplyExact(appraised.amount(), (long) (WHOLE - off)), WHOLE),
                appraised.currency());
        return marked.compareTo(minimum) < 0 ? minimum : marked;
    }

    /** Whether later steps take more off, so that the list reads as what will happen. */
    public static boolean isSchedule(List<Markdown> steps) {
        for (int i = 1; i < steps.size(); i++) {
            var before = steps.get(i - 1);
            var after = steps.get(i);
            if (after.afterDays() <= before.afterDays() || after.percentOff() <= before.percentOff()) {
                return false;
            }
        }
        return true;
    }
}
