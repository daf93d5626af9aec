package io.xunshi.platform.corner.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A term in figures, with nothing in it that stands for fewer than {@link #READERS_MIN} readers of a class. Classes
 * with fewer are put together; where even those are too few, the next smallest class is put to them, because what is
 * left out of a sum can be reckoned from it.
 *
 * @param school what no card was shown for: the school's own books, lost and withdrawn ones
 * @param classes by entry year and number
 * @param others the classes that are too small; null where there are none
 * @param withheld all classes together are too few readers, so nothing of them is shown and the total lacks them
 */
public record TermReport(
        Figures total,
        Figures school,
        List<ClassFigures> classes,
        @Nullable Figures others,
        boolean withheld) {
    public static final int READERS_MIN = 5;

    public TermReport {
        classes = List.copyOf(classes);
    }

    /** @param ofClasses all that have figures */
    public static TermReport of(Figures school, List<ClassFigures> ofClasses) {
        var all = sum(ofClasses);
        if (all.readers() < READERS_MIN && !all.equals(Figures.NONE)) {
            return new TermReport(school, school, List.of(), null, true);
        }
        var bySize = new ArrayList<>(ofClasses);
        bySize.sort(Comparator.comparingInt((ClassFigures one) -> one.figures().readers())
                .thenComparing(ClassFigures::entryYear)
                .thenComparing(ClassFigures::number));
        var merged = new ArrayList<ClassFigures>();
        while (!bySize.isEmpty() && (bySize.getFirst().isSmall() || isTooFew(merged))) {
            merged.add(bySize.removeFirst());
        }
        bySize.sort(Comparator.comparingInt(ClassFigures::entryYear).thenComparing(ClassFigures::number));
        return new TermReport(all.plus(school), school, bySize, merged.isEmpty() ? null : sum(merged), false);
    }

    /** Whether a class's own figures may be looked at. */
    public boolean shows(UUID classId) {
        return classes.stream().anyMatch(one -> one.classId().equals(classId));
    }

    private static boolean isTooFew(List<ClassFigures> merged) {
        return !merged.isEmpty() && sum(merged).readers() < READERS_MIN;
    }

    private static Figures sum(List<ClassFigures> classes) {
        return classes.stream().map(ClassFigures::figures).reduce(Figures.NONE, Figures::plus);
    }

    /** A class's figures. */
    public record ClassFigures(UUID classId, int entryYear, int number, Figures figures) {

        boolean isSmall() {
            return figures.readers() < READERS_MIN;
        }
    }

    /**
     * Books, each as often as it moved.
     *
     * @param readers who gave, took or borrowed anything
     * @param overdue lent and not back on the day they were due
     */
    public record Figures(int readers, int given, int taken, int lent, int returned, int lost, int overdue) {
        public static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0, 0);

        Figures plus(Figures other) {
            return new Figures(
                    readers + other.readers,
                    given + other.given,
                    taken + other.taken,
                    lent + other.lent,
                    returned + other.returned,
                    lost + other.lost,
                    overdue + other.overdue);
        }
    }
}
