package io.xunshi.platform.organisation.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.OrganisationProblem;
import io.xunshi.platform.organisation.domain.Organisation;
import io.xunshi.platform.organisation.usecase.FindOrganisations.Whole;
import io.xunshi.platform.purpose.PurposeBoundAccess;
import io.xunshi.platform.purpose.PurposeProblem;
import io.xunshi.platform.purpose.Sight;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** An officer is shown whom to call at an organisation; who that is has no account, so the look is at nobody's. */
@Component
public class SeeContact {
    private final FindOrganisations findOrganisations;
    private final PurposeBoundAccess access;

    SeeContact(FindOrganisations findOrganisations, PurposeBoundAccess access) {
        this.findOrganisations = findOrganisations;
        this.access = access;
    }

    /**
     * Raises {@link PurposeProblem#NEEDED}, {@link PurposeProblem#OVER} and {@link OrganisationProblem#NOT_FOUND}.
     *
     * @param purpose null where the officer named none
     */
    @Transactional
    public Mono<Organisation> see(AccountId officer, @Nullable UUID purpose, OrganisationId id) {
        return access.record(officer, purpose, Sight.ORGANISATION_CONTACT, id.value(), List.of())
                .then(findOrganisations.forOfficer(id))
                .map(Whole::organisation);
    }
}
