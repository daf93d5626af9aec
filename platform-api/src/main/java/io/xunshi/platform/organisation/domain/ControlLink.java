package io.xunshi.platform.organisation.domain;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That one organisation controls another (实际控制).
 *
 * @param shareBasisPoints of the other's capital
 * @param source what shows it: an extract of the register, the articles
 * @param validTo the last day; null where it lasts
 */
public record ControlLink(
        UUID id,
        OrganisationId controller,
        OrganisationId controlled,
        int shareBasisPoints,
        String source,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        State state,
        AccountId declaredBy) {

    /** What is believed of it. */
    public enum State {
        /** An owner of one of the two says so. */
        DECLARED,
        /** An officer says so. */
        CONFIRMED,
        REFUSED
    }
}
