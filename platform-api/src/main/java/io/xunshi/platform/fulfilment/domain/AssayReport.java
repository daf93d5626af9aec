package io.xunshi.platform.fulfilment.domain;

import io.xunshi.platform.pricing.Assay.HardReject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What one of the laboratories read (化验单).
 *
 * @param values by attribute, in hundredths of its unit
 * @param rejects what no load may hold and was found nevertheless
 */
public record AssayReport(
        Reader reader,
        String laboratory,
        Map<String, Long> values,
        Set<HardReject> rejects,
        List<UUID> documents,
        Instant at) {

    public AssayReport {
        values = Map.copyOf(values);
        rejects = Set.copyOf(rejects);
        documents = List.copyOf(documents);
    }

    /** Whose reading it is. */
    public enum Reader {
        SELLER,
        BUYER,
        UMPIRE
    }
}
