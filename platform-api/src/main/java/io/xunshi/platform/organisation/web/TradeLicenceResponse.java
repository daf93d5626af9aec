package io.xunshi.platform.organisation.web;

import io.xunshi.platform.organisation.LicenceKind;
import io.xunshi.platform.organisation.domain.LicenceState;
import io.xunshi.platform.organisation.domain.Paper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A licence that was handed in.
 *
 * @param validTo null where it has no end
 * @param documentSha256 of the file, hexadecimal
 * @param refusal the officer's words; null where it was not refused
 */
record TradeLicenceResponse(
        UUID id,
        LicenceKind kind,
        String number,
        String office,
        List<String> materials,
        List<String> areas,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        LicenceState state,
        String documentSha256,
        Instant submittedAt,
        @Nullable String refusal) {

    static TradeLicenceResponse of(Paper paper) {
        var licence = paper.licence();
        return new TradeLicenceResponse(
                licence.id(),
                licence.kind(),
                licence.number(),
                paper.office(),
                licence.materials(),
                licence.areas(),
                licence.validFrom(),
                licence.validTo(),
                licence.state(),
                paper.documentSha256(),
                paper.submittedAt(),
                paper.refusal());
    }
}
