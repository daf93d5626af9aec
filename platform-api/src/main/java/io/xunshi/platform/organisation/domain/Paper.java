package io.xunshi.platform.organisation.domain;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.organisation.LicenceKind;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A licence as it was handed in, and what an officer made of it.
 *
 * @param documentSha256 of the file, hexadecimal
 * @param refusal why it was refused, in the officer's words; null where it was not
 */
public record Paper(
        Licence licence,
        OrganisationId organisation,
        String office,
        UUID documentId,
        String documentSha256,
        AccountId submittedBy,
        Instant submittedAt,
        @Nullable String refusal) {

    /**
     * What the document says.
     *
     * @param office who issued it
     * @param validTo null where it has no end (长期)
     */
    public record Said(
            LicenceKind kind,
            String number,
            String office,
            List<String> materials,
            List<String> areas,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {

        public Said {
            materials = List.copyOf(materials);
            areas = List.copyOf(areas);
        }
    }
}
