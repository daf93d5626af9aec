package io.xunshi.platform.tender.domain;

import io.xunshi.platform.http.FieldFault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Which tenders can be published. Names all faults at once; what a line asks is judged with the exchange's demands. */
public final class TenderRules {
    public static final int LINES_MAX = 20;
    private static final int INVITED_MAX = 100;
    private static final int TITLE_MIN = 4;
    private static final int TITLE_MAX = 60;
    private static final int DESCRIPTION_MAX = 2000;
    private static final int ADDRESS_MIN = 2;
    private static final int ADDRESS_MAX = 120;

    /** A load that is wanted tomorrow can be asked for, and suppliers have time to look at it. */
    private static final Duration OPEN_MIN = Duration.ofHours(2);

    private static final Duration OPEN_MAX = Duration.ofDays(60);
    private static final Duration DECIDED_MIN = Duration.ofHours(1);

    /** Suppliers keep goods ready for whoever asked. */
    private static final Duration DECIDED_MAX = Duration.ofDays(14);

    private final Predicate<String> areas;

    /** @param areas which codes name a place where goods may be needed */
    public TenderRules(Predicate<String> areas) {
        this.areas = areas;
    }

    public List<FieldFault> faultsOf(TenderTerms terms, Instant now) {
        var faults = new ArrayList<FieldFault>();
        var title = lengthOf(terms.title());
        var address = lengthOf(terms.address());
        check(faults, title >= TITLE_MIN && title <= TITLE_MAX, "title", "title-length");
        check(faults, lengthOf(terms.description()) <= DESCRIPTION_MAX, "description", "description-length");
        check(faults, areas.test(terms.areaCode()), "areaCode", "area");
        check(faults, address >= ADDRESS_MIN && address <= ADDRESS_MAX, "address", "address-length");
        check(faults, !terms.lines().isEmpty() && terms.lines().size() <= LINES_MAX, "lines", "lines");
        check(faults, terms.invited().size() <= INVITED_MAX, "invited", "invited");
        check(faults, isWithin(Duration.between(now, terms.closesAt()), OPEN_MIN, OPEN_MAX), "closesAt", "closes-at");
        check(
                faults,
                isWithin(Duration.between(terms.closesAt(), terms.awardBy()), DECIDED_MIN, DECIDED_MAX),
                "awardBy",
                "award-by");
        return List.copyOf(faults);
    }

    private static boolean isWithin(Duration duration, Duration least, Duration most) {
        return duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0;
    }

    private static int lengthOf(String text) {
        return text.codePointCount(0, text.length());
    }

    private static void check(List<FieldFault> faults, boolean holds, String field, String rule) {
        if (!holds) {
            faults.add(new FieldFault(field, "tender.field." + rule));
        }
    }
}
