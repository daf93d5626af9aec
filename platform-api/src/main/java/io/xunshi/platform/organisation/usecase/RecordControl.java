package io.xunshi.platform.organisation.usecase;

import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.OrganisationProblem;
import io.xunshi.platform.organisation.OrganisationView;
import io.xunshi.platform.organisation.domain.ControlLink;
import io.xunshi.platform.organisation.domain.ControlLink.State;
import io.xunshi.platform.organisation.domain.CreditCode;
import io.xunshi.platform.organisation.storage.ControlRepository;
import io.xunshi.platform.organisation.storage.MemberRepository;
import io.xunshi.platform.organisation.storage.OrganisationRepository;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who controls whom: owners declare it, officers confirm it or record it themselves. */
@Component
public class RecordControl {
    private final ControlRepository control;
    private final OrganisationRepository organisations;
    private final MemberRepository members;
    private final ActFor actFor;
    private final IdGenerator ids;
    private final Clock clock;

    RecordControl(
            ControlRepository control,
            OrganisationRepository organisations,
            MemberRepository members,
            ActFor actFor,
            IdGenerator ids,
            Clock clock) {
        this.control = control;
        this.organisations = organisations;
        this.members = members;
        this.actFor = actFor;
        this.ids = ids;
        this.clock = clock;
    }

    /** Waits for an officer. Raises what {@link ActFor#asOwner} does, and field faults. */
    @Transactional
    public Mono<Known> declare(AccountId owner, OrganisationId id, Said said) {
        return actFor.asOwner(owner, id)
                .flatMap(own ->
                        other(own, said.otherCreditCode()).map(other -> link(own, other, said, State.DECLARED, owner)))
                .delayUntil(known -> control.add(known.link(), clock.instant()));
    }

    /**
     * Confirmed by that. Raises {@link OrganisationProblem#NOT_FOUND}, {@link OrganisationProblem#NOT_YOURS_TO_DECIDE},
     * field faults.
     */
    @Transactional
    public Mono<Known> record(AccountId officer, OrganisationId id, Said said) {
        return organisations
                .find(id)
                .switchIfEmpty(Mono.error(OrganisationProblem.NOT_FOUND::raise))
                .flatMap(one -> other(one, said.otherCreditCode())
                        .map(other -> link(one, other, said, State.CONFIRMED, officer)))
                .delayUntil(known -> checkIndependent(officer, known.link()))
                .delayUntil(known -> control.add(known.link(), clock.instant()));
    }

    /** What is said of an organisation; raises {@link OrganisationProblem#NOT_A_MEMBER}. */
    public Mono<List<Known>> findOf(AccountId member, OrganisationId id) {
        return actFor.asMember(member, id).then(known(control.findOf(id)));
    }

    /** What is said of an organisation, for officers; raises {@link OrganisationProblem#NOT_FOUND}. */
    public Mono<List<Known>> findRecorded(OrganisationId id) {
        return organisations
                .find(id)
                .switchIfEmpty(Mono.error(OrganisationProblem.NOT_FOUND::raise))
                .then(Mono.defer(() -> known(control.findOf(id))));
    }

    /** What waits for an officer, the longest waiting first. */
    public Mono<List<Known>> findDeclared() {
        return known(control.findDeclared());
    }

    /**
     * Raises {@link OrganisationProblem#CONTROL_NOT_FOUND}, {@link OrganisationProblem#CONTROL_DECIDED} and
     * {@link OrganisationProblem#NOT_YOURS_TO_DECIDE}.
     */
    @Transactional
    public Mono<ControlLink> decide(AccountId officer, UUID id, boolean isConfirmed) {
        return existing(id)
                .delayUntil(link -> checkIndependent(officer, link))
                .then(control.decide(id, officer, isConfirmed ? State.CONFIRMED : State.REFUSED, clock.instant()))
                .switchIfEmpty(Mono.error(OrganisationProblem.CONTROL_DECIDED::raise));
    }

    /**
     * Held until today. Raises {@link OrganisationProblem#CONTROL_NOT_FOUND} and
     * {@link OrganisationProblem#NOT_YOURS_TO_DECIDE}.
     */
    @Transactional
    public Mono<ControlLink> end(AccountId officer, UUID id) {
        return existing(id)
                .delayUntil(link -> checkIndependent(officer, link))
                .then(control.end(id, LocalDate.ofInstant(clock.instant(), CityTime.ZONE)))
                .switchIfEmpty(Mono.error(OrganisationProblem.CONTROL_NOT_FOUND::raise));
    }

    private Mono<ControlLink> existing(UUID id) {
        return control.find(id).switchIfEmpty(Mono.error(OrganisationProblem.CONTROL_NOT_FOUND::raise));
    }

    private Mono<Void> checkIndependent(AccountId officer, ControlLink link) {
        return members.everActed(officer, List.of(link.controller(), link.controlled()))
                .filter(acted -> acted)
                .flatMap(acted -> Mono.error(OrganisationProblem.NOT_YOURS_TO_DECIDE.raise()));
    }

    private Mono<OrganisationView> other(OrganisationView one, String creditCode) {
        return organisations
                .findByCreditCode(CreditCode.normalize(creditCode))
                .filter(other -> !other.id().equals(one.id()))
                .switchIfEmpty(Mono.error(() -> FieldFault.refuse(
                        List.of(new FieldFault("otherCreditCode", "organisation.field.other-organisation")))));
    }

    private Known link(OrganisationView one, OrganisationView other, Said said, State state, AccountId by) {
        if (said.validTo() != null && said.validTo().isBefore(said.validFrom())) {
            throw FieldFault.refuse(List.of(new FieldFault("validTo", "organisation.field.term")));
        }
        var controller = said.isController() ? one : other;
        var controlled = said.isController() ? other : one;
        return new Known(
                new ControlLink(
                        ids.next(),
                        controller.id(),
                        controlled.id(),
                        said.shareBasisPoints(),
                        said.source(),
                        said.validFrom(),
                        said.validTo(),
                        state,
                        by),
                controller,
                controlled);
    }

    private Mono<List<Known>> known(Flux<ControlLink> found) {
        return found.collectList()
                .flatMap(links -> organisations
                        .findAll(links.stream()
                                .flatMap(link -> Stream.of(link.controller(), link.controlled()))
                                .distinct()
                                .toList())
                        .collectMap(OrganisationView::id)
                        .map(byId -> known(links, byId)));
    }

    private static List<Known> known(List<ControlLink> links, Map<OrganisationId, OrganisationView> byId) {
        var known = new ArrayList<Known>();
        for (var link : links) {
            known.add(new Known(
                    link,
                    Objects.requireNonNull(byId.get(link.controller())),
                    Objects.requireNonNull(byId.get(link.controlled()))));
        }
        return List.copyOf(known);
    }

    /**
     * What is said of control.
     *
     * @param isController whether the organisation that it is said for controls the other, and not the other it
     */
    public record Said(
            String otherCreditCode,
            boolean isController,
            int shareBasisPoints,
            String source,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    /** A link and who the two are. */
    public record Known(ControlLink link, OrganisationView controller, OrganisationView controlled) {}
}
