package io.xunshi.platform.messaging.domain;

import java.util.EnumSet;
import java.util.Set;

/**
 * What happens to a message that leads off the platform: known scams are refused; contact data is delivered only after
 * its sender was told why that is unwise and wants it nevertheless. Once an order is paid, the two must meet, and may
 * exchange telephone numbers.
 */
public final class SafetyRule {
    private SafetyRule() {}

    /** What the receiver is warned of. */
    public static Set<Caution> cautionsOf(Set<Caution> found, boolean isOrderPaid) {
        var cautions = EnumSet.noneOf(Caution.class);
        cautions.addAll(found);
        if (isOrderPaid) {
            cautions.remove(Caution.PHONE);
        }
        return cautions;
    }

    public static Verdict verdictOn(Set<Caution> cautions, boolean isConfirmed) {
        if (cautions.contains(Caution.SCAM_LINK)) {
            return Verdict.REFUSE;
        }
        return cautions.isEmpty() || isConfirmed ? Verdict.DELIVER : Verdict.WARN;
    }

    public enum Verdict {
        DELIVER,
        /** Tell the sender, who may confirm. */
        WARN,
        REFUSE
    }
}
