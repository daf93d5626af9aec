package io.xunshi.platform.invoicing.usecase;

import io.xunshi.platform.http.FieldFault;
import java.util.List;

/** Refuses what has any. */
final class FieldFaults {
    private FieldFaults() {}

    static void check(List<FieldFault> faults) {
        if (!faults.isEmpty()) {
            throw FieldFault.refuse(faults);
        }
    }
}
