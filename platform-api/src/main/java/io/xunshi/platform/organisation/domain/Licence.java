package io.xunshi.platform.organisation.domain;

import io.xunshi.platform.catalog.Material;
import io.xunshi.platform.organisation.LicenceKind;
import io.xunshi.platform.organisation.TradeArea;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a licence lets its holder do.
 *
 * @param materials codes of sub-trees; empty where the kind has no scope
 * @param areas see {@link TradeArea}; empty where the kind has no scope
 * @param validFrom its first day in the city
 * @param validTo its last day; null where it has none (长期)
 * @param approvedAt null where it was not approved
 */
public record Licence(
        UUID id,
        LicenceKind kind,
        String number,
        List<String> materials,
        List<String> areas,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        LicenceState state,
        @Nullable Instant approvedAt) {

    public Licence {
        materials = List.copyOf(materials);
        areas = List.copyOf(areas);
    }

    boolean isApproved(Instant at) {
        return approvedAt != null && !approvedAt.isAfter(at);
    }

    boolean hasBegun(LocalDate day) {
        return !day.isBefore(validFrom);
    }

    boolean hasEnded(LocalDate day) {
        return validTo != null && day.isAfter(validTo);
    }

    boolean isFor(Material material) {
        return !kind.isScoped() || materials.stream().anyMatch(material::isWithin);
    }

    boolean holdsAt(String area) {
        return !kind.isScoped() || TradeArea.covers(areas, area);
    }
}
