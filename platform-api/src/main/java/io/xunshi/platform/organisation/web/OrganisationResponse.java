package io.xunshi.platform.organisation.web;

import io.xunshi.platform.organisation.OrganisationKind;
import io.xunshi.platform.organisation.OrganisationState;
import io.xunshi.platform.organisation.OrganisationView;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organisation as any response shows it.
 *
 * @param districtCode null outside the city
 */
record OrganisationResponse(
        UUID id,
        String name,
        String unifiedSocialCreditCode,
        OrganisationKind kind,
        OrganisationState state,
        @Nullable String districtCode,
        String place) {

    static OrganisationResponse of(OrganisationView organisation) {
        return new OrganisationResponse(
                organisation.id().value(),
                organisation.name(),
                organisation.unifiedSocialCreditCode(),
                organisation.kind(),
                organisation.state(),
                organisation.districtCode(),
                organisation.place());
    }
}
