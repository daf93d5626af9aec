package io.xunshi.platform.catalog;

import java.time.LocalDate;

/**
 * What an officer changed about a material.
 *
 * @param edition 2 or more; the files that the platform was released with are the first
 * @param validFrom its first day in the city
 * @param limits as the standard writes them, <code>inclusion_pct&lt;=0.8;tfe_pct&gt;=93.0</code>
 */
public record MaterialEdition(
        String code,
        int edition,
        LocalDate validFrom,
        String nameZh,
        String nameEn,
        String standard,
        LicenceGate licenceGate,
        String limits) {}
