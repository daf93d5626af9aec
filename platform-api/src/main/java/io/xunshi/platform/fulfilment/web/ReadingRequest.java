package io.xunshi.platform.fulfilment.web;

import io.xunshi.platform.fulfilment.usecase.ReportAssay.Reading;
import io.xunshi.platform.pricing.Assay.HardReject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What a laboratory read.
 *
 * @param values by attribute, in hundredths of its unit
 * @param rejects what no load may hold and was found nevertheless
 */
record ReadingRequest(
        @NotNull @Size(max = 30)
        Map<@NotNull @Pattern(regexp = "[a-z][a-z0-9_]{1,39}") String, @NotNull @Min(0) @Max(MAX_HUNDREDTHS) Long>
                values,

        @NotNull Set<@NotNull HardReject> rejects,
        @NotNull @Size(max = 10) List<@NotNull UUID> documentIds) {
    private static final long MAX_HUNDREDTHS = 1_000_000_000;

    Reading reading(String laboratory) {
        return new Reading(laboratory.strip(), values, rejects, documentIds);
    }
}
