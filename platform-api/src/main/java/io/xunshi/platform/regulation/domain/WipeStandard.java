package io.xunshi.platform.regulation.domain;

import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.regulation.WipeDeclaration;
import io.xunshi.platform.regulation.WipeDeclaration.Medium;
import io.xunshi.platform.regulation.WipeDeclaration.Method;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What GB 46864-2025 asks of a wipe: a magnetic medium is overwritten at least three times, a semiconductor medium at
 * least once; only a semiconductor medium has blocks to erase; the user agrees beforehand.
 */
public final class WipeStandard {
    private static final int PASSES_MAGNETIC = 3;
    private static final int PASSES_SEMICONDUCTOR = 1;
    private static final int PASSES_MAX = 35;
    private static final int TOOL_MIN = 2;
    private static final int TOOL_MAX = 60;
    private static final int YEARS_MAX = 5;
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    private WipeStandard() {}

    public static List<FieldFault> faultsOf(WipeDeclaration wipe, LocalDate today) {
        var faults = new ArrayList<FieldFault>();
        check(faults, wipe.consent(), "consent", "consent");
        check(faults, arePassesEnough(wipe), "passes", passesRule(wipe));
        check(
                faults,
                wipe.method() != Method.BLOCK_ERASE || wipe.medium() == Medium.SEMICONDUCTOR,
                "method",
                "no-blocks");
        check(faults, isToolNamed(wipe), "tool", "tool");
        check(
                faults,
                !wipe.wipedOn().isAfter(today) && wipe.wipedOn().isAfter(today.minusYears(YEARS_MAX)),
                "wipedOn",
                "wiped-on");
        var report = wipe.reportSha256();
        check(faults, report == null || SHA_256.matcher(report).matches(), "reportSha256", "report");
        return List.copyOf(faults);
    }

    private static boolean arePassesEnough(WipeDeclaration wipe) {
        var passes = wipe.passes();
        return wipe.method() == Method.OVERWRITE
                ? passes != null && passes >= passesNeeded(wipe.medium()) && passes <= PASSES_MAX
                : passes == null;
    }

    private static int passesNeeded(Medium medium) {
        return medium == Medium.MAGNETIC ? PASSES_MAGNETIC : PASSES_SEMICONDUCTOR;
    }

    private static String passesRule(WipeDeclaration wipe) {
        return wipe.medium() == Medium.MAGNETIC ? "passes-magnetic" : "passes";
    }

    private static boolean isToolNamed(WipeDeclaration wipe) {
        var isNeeded = wipe.method() == Method.OVERWRITE || wipe.method() == Method.BLOCK_ERASE;
        var length = wipe.tool().codePointCount(0, wipe.tool().length());
        return length <= TOOL_MAX
                && wipe.tool().codePoints().noneMatch(Character::isISOControl)
                && (!isNeeded || length >= TOOL_MIN);
    }

    private static void check(List<FieldFault> faults, boolean holds, String field, String rule) {
        if (!holds) {
            faults.add(new FieldFault(field, "regulation.field." + rule));
        }
    }
}
