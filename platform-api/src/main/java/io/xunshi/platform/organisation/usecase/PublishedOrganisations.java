package io.xunshi.platform.organisation.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.organisation.ControlHistory;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.Membership;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.OrganisationProblem;
import io.xunshi.platform.organisation.OrganisationState;
import io.xunshi.platform.organisation.OrganisationView;
import io.xunshi.platform.organisation.Organisations;
import io.xunshi.platform.organisation.domain.ControlTies;
import io.xunshi.platform.organisation.domain.DatedTies;
import io.xunshi.platform.organisation.storage.ControlRepository;
import io.xunshi.platform.organisation.storage.MemberRepository;
import io.xunshi.platform.organisation.storage.OrganisationRepository;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers other modules. */
@Component
class PublishedOrganisations implements Organisations {
    private final OrganisationRepository organisations;
    private final MemberRepository members;
    private final ControlRepository control;
    private final Clock clock;

    PublishedOrganisations(
            OrganisationRepository organisations, MemberRepository members, ControlRepository control, Clock clock) {
        this.organisations = organisations;
        this.members = members;
        this.control = control;
        this.clock = clock;
    }

    @Override
    public Mono<OrganisationView> find(OrganisationId id) {
        return organisations.find(id);
    }

    @Override
    public Flux<OrganisationView> findAll(Collection<OrganisationId> ids) {
        return ids.isEmpty() ? Flux.empty() : organisations.findAll(ids);
    }

    @Override
    public Flux<OrganisationView> findByCreditCodes(Collection<String> codes) {
        return codes.isEmpty() ? Flux.empty() : organisations.findByCreditCodes(codes);
    }

    @Override
    public Flux<Membership> membershipsOf(AccountId person) {
        return members.findOf(person);
    }

    @Override
    public Flux<AccountId> membersOf(OrganisationId id, MemberRole... anyOf) {
        return members.peopleOf(id, List.of(anyOf));
    }

    @Override
    public Mono<Membership> requireRole(AccountId person, OrganisationId id, MemberRole... anyOf) {
        return members.find(person, id)
                .switchIfEmpty(Mono.error(OrganisationProblem.NOT_A_MEMBER::raise))
                .filter(membership -> membership.hasAny(anyOf))
                .switchIfEmpty(Mono.error(OrganisationProblem.ROLE_MISSING::raise))
                .delayUntil(membership -> requireActive(id));
    }

    @Override
    public Mono<Boolean> underOneControl(OrganisationId one, OrganisationId other) {
        return one.equals(other) ? Mono.just(true) : ties().map(ties -> ties.underOneControl(one, other));
    }

    @Override
    public Mono<OrganisationId> controlGroupOf(OrganisationId id) {
        return ties().map(ties -> groupOf(id, ties));
    }

    @Override
    public Mono<ControlHistory> controlHistory() {
        return control.findTiesOfAllDays().collectList().map(DatedTies::new);
    }

    private Mono<ControlTies> ties() {
        return control.findTies(LocalDate.ofInstant(clock.instant(), CityTime.ZONE))
                .collectList()
                .map(ControlTies::new);
    }

    private static OrganisationId groupOf(OrganisationId id, ControlTies ties) {
        return Collections.min(ties.groupOf(id), Comparator.comparing(OrganisationId::value));
    }

    private Mono<OrganisationView> requireActive(OrganisationId id) {
        return organisations
                .find(id)
                .filter(organisation -> organisation.state() == OrganisationState.ACTIVE)
                .switchIfEmpty(Mono.error(OrganisationProblem.NOT_ACTIVE::raise));
    }
}
