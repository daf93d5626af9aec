package io.xunshi.platform.surveillance.domain;

import io.xunshi.platform.kernel.CityTime;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/**
 * A rule of surveillance: a pure function of facts, the same for the same facts whenever it is asked.
 *
 * @param <F> what it looks at
 */
public interface Detection<F extends Fact> {

    Detector detector();

    /** How far back from a fact it looks. */
    Duration memory();

    /**
     * What the facts since an instant give rise to, together with those before them.
     *
     * @param facts in the order in which they happened, back to {@link #memory} before the instant
     * @return with keys that differ from each other
     */
    List<Finding> judge(List<F> facts, Instant since);

    /** What goes on is an alert once a month of the city, and not with every fact that shows it again. */
    static YearMonth month(Instant at) {
        return YearMonth.from(at.atZone(CityTime.ZONE));
    }
}
