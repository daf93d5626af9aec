package io.xunshi.platform.organisation.usecase;

import io.xunshi.platform.catalog.Catalog;
import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.http.HttpProblem;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.OrganisationKind;
import io.xunshi.platform.organisation.OrganisationProblem;
import io.xunshi.platform.organisation.OrganisationState;
import io.xunshi.platform.organisation.OrganisationView;
import io.xunshi.platform.organisation.domain.CreditCode;
import io.xunshi.platform.organisation.domain.Organisation;
import io.xunshi.platform.organisation.storage.MemberRepository;
import io.xunshi.platform.organisation.storage.OrganisationRepository;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Registers an organisation, corrects where it is and whom to ask for, and gives it up. */
@Component
public class FoundOrganisation {
    private final OrganisationRepository organisations;
    private final MemberRepository members;
    private final ActFor actFor;
    private final Catalog catalog;
    private final OrganisationSettings settings;
    private final IdGenerator ids;
    private final Clock clock;

    FoundOrganisation(
            OrganisationRepository organisations,
            MemberRepository members,
            ActFor actFor,
            Catalog catalog,
            OrganisationSettings settings,
            IdGenerator ids,
            Clock clock) {
        this.organisations = organisations;
        this.members = members;
        this.actFor = actFor;
        this.catalog = catalog;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * With its founder as its first owner. Raises field faults, {@link OrganisationProblem#TOO_MANY_PENDING} and
     * {@link OrganisationProblem#CREDIT_CODE_TAKEN}.
     */
    @Transactional
    public Mono<Organisation> found(AccountId founder, Founding founding) {
        var faults = faultsOf(founding);
        if (!faults.isEmpty()) {
            return Mono.error(FieldFault.refuse(faults));
        }
        var organisation = organisation(founding);
        return organisations
                .countPendingOf(founder)
                .filter(pending -> pending < settings.pendingMax())
                .switchIfEmpty(Mono.error(OrganisationProblem.TOO_MANY_PENDING::raise))
                .then(organisations.add(organisation, founder))
                .filter(added -> added)
                .switchIfEmpty(Mono.error(OrganisationProblem.CREDIT_CODE_TAKEN::raise))
                .then(members.add(
                        organisation.view().id(), founder, Set.of(MemberRole.OWNER), organisation.foundedAt()))
                .thenReturn(organisation);
    }

    /** Raises field faults, what {@link ActFor#asOwner} does, and {@link HttpProblem#STALE}. */
    @Transactional
    public Mono<Organisation> edit(AccountId owner, OrganisationId id, long version, Whereabouts whereabouts) {
        var faults = faultsOf(whereabouts);
        return faults.isEmpty()
                ? actFor.asOwner(owner, id)
                        .then(organisations.edit(
                                id,
                                version,
                                whereabouts.districtCode(),
                                whereabouts.place(),
                                whereabouts.contactName(),
                                whereabouts.contactPhone()))
                        .switchIfEmpty(Mono.error(HttpProblem.STALE::raise))
                : Mono.error(FieldFault.refuse(faults));
    }

    /** While it is not active yet; raises {@link OrganisationProblem#ACTIVE_ALREADY} afterwards. */
    @Transactional
    public Mono<Void> giveUp(AccountId owner, OrganisationId id) {
        return actFor.asOwnerAlone(owner, id)
                .filter(organisation -> organisation.state() == OrganisationState.PENDING)
                .switchIfEmpty(Mono.error(OrganisationProblem.ACTIVE_ALREADY::raise))
                .then(organisations.close(id, owner, "", clock.instant()))
                .then();
    }

    /**
     * An officer's decision; raises {@link OrganisationProblem#NOT_FOUND},
     * {@link OrganisationProblem#NOT_YOURS_TO_DECIDE}.
     */
    @Transactional
    public Mono<Void> close(AccountId officer, OrganisationId id, String reason) {
        return members.everActed(officer, List.of(id))
                .filter(acted -> !acted)
                .switchIfEmpty(Mono.error(OrganisationProblem.NOT_YOURS_TO_DECIDE::raise))
                .then(organisations.close(id, officer, reason, clock.instant()))
                .filter(closed -> closed)
                .switchIfEmpty(Mono.error(OrganisationProblem.NOT_FOUND::raise))
                .then();
    }

    private Organisation organisation(Founding founding) {
        var whereabouts = founding.whereabouts();
        return new Organisation(
                new OrganisationView(
                        new OrganisationId(ids.next()),
                        founding.name(),
                        CreditCode.normalize(founding.creditCode()),
                        founding.kind(),
                        OrganisationState.PENDING,
                        whereabouts.districtCode(),
                        whereabouts.place()),
                whereabouts.contactName(),
                whereabouts.contactPhone(),
                clock.instant(),
                1);
    }

    private List<FieldFault> faultsOf(Founding founding) {
        var faults = new ArrayList<>(faultsOf(founding.whereabouts()));
        if (!CreditCode.isValid(CreditCode.normalize(founding.creditCode()))) {
            faults.add(new FieldFault("unifiedSocialCreditCode", "organisation.field.credit-code"));
        }
        return List.copyOf(faults);
    }

    private List<FieldFault> faultsOf(Whereabouts whereabouts) {
        var district = whereabouts.districtCode();
        return district == null || catalog.district(district).isPresent()
                ? List.of()
                : List.of(new FieldFault("districtCode", "organisation.field.district"));
    }

    public record Founding(String name, String creditCode, OrganisationKind kind, Whereabouts whereabouts) {}

    /** @param districtCode null outside the city */
    public record Whereabouts(@Nullable String districtCode, String place, String contactName, String contactPhone) {}
}
