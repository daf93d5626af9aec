package io.xunshi.platform.organisation.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.AccountView;
import io.xunshi.platform.identity.Accounts;
import io.xunshi.platform.media.DocumentId;
import io.xunshi.platform.media.Documents;
import io.xunshi.platform.media.Documents.DocumentFile;
import io.xunshi.platform.organisation.GateVerdict;
import io.xunshi.platform.organisation.LicenceKind;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.Membership;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.OrganisationProblem;
import io.xunshi.platform.organisation.OrganisationView;
import io.xunshi.platform.organisation.TradeSide;
import io.xunshi.platform.organisation.TradingGate;
import io.xunshi.platform.organisation.domain.Licence;
import io.xunshi.platform.organisation.domain.LicenceState;
import io.xunshi.platform.organisation.domain.Member;
import io.xunshi.platform.organisation.domain.Organisation;
import io.xunshi.platform.organisation.domain.Paper;
import io.xunshi.platform.organisation.domain.TradingRules;
import io.xunshi.platform.organisation.storage.MemberRepository;
import io.xunshi.platform.organisation.storage.OrganisationRepository;
import io.xunshi.platform.organisation.storage.TradeLicenceRepository;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What members read of their organisations, and officers of all. */
@Component
public class FindOrganisations {
    /** What a new business has to file within days. */
    private static final List<LicenceKind> FILINGS = List.of(LicenceKind.COMMERCE_FILING, LicenceKind.POLICE_FILING);

    private static final int FOUND_MAX = 20;

    private final OrganisationRepository organisations;
    private final MemberRepository members;
    private final TradeLicenceRepository licences;
    private final Accounts accounts;
    private final Documents documents;
    private final TradingGate gate;
    private final ActFor actFor;
    private final Clock clock;

    FindOrganisations(
            OrganisationRepository organisations,
            MemberRepository members,
            TradeLicenceRepository licences,
            Accounts accounts,
            Documents documents,
            TradingGate gate,
            ActFor actFor,
            Clock clock) {
        this.organisations = organisations;
        this.members = members;
        this.licences = licences;
        this.accounts = accounts;
        this.documents = documents;
        this.gate = gate;
        this.actFor = actFor;
        this.clock = clock;
    }

    /** The earliest joined first. */
    public Mono<List<Own>> ofPerson(AccountId person) {
        return members.findOf(person)
                .collectList()
                .flatMap(memberships -> organisations
                        .findAll(memberships.stream()
                                .map(Membership::organisation)
                                .toList())
                        .collectMap(OrganisationView::id)
                        .map(byId -> memberships.stream()
                                .map(one -> new Own(Objects.requireNonNull(byId.get(one.organisation())), one.roles()))
                                .toList()));
    }

    /** Raises {@link OrganisationProblem#NOT_A_MEMBER}. */
    public Mono<Whole> forMember(AccountId person, OrganisationId id) {
        return actFor.asMember(person, id).flatMap(membership -> whole(id, membership.roles()));
    }

    /** Raises {@link OrganisationProblem#NOT_FOUND}. */
    public Mono<Whole> forOfficer(OrganisationId id) {
        return whole(id, Set.of());
    }

    /** For officers: by a part of the name or the beginning of the credit code; twenty at most. */
    public Mono<List<OrganisationView>> search(String text) {
        return organisations
                .search(Normalizer.normalize(text, Normalizer.Form.NFKC).strip(), FOUND_MAX)
                .collectList();
    }

    /** The earliest joined first; raises {@link OrganisationProblem#NOT_A_MEMBER}. */
    public Mono<List<NamedMember>> membersOf(AccountId person, OrganisationId id) {
        return actFor.asMember(person, id)
                .then(members.findAllOf(id).collectList())
                .flatMap(all -> accounts.findAll(
                                all.stream().map(Member::person).toList())
                        .collectMap(AccountView::id)
                        .map(byId -> all.stream()
                                .map(member ->
                                        new NamedMember(member, Objects.requireNonNull(byId.get(member.person()))))
                                .toList()));
    }

    /** By id. */
    public Mono<Map<OrganisationId, OrganisationView>> views(List<OrganisationId> ids) {
        return ids.isEmpty() ? Mono.just(Map.of()) : organisations.findAll(ids).collectMap(OrganisationView::id);
    }

    /** Raises {@link OrganisationProblem#NOT_A_MEMBER} and {@link OrganisationProblem#LICENCE_NOT_FOUND}. */
    public Mono<DocumentFile> document(AccountId member, OrganisationId id, UUID licence) {
        return actFor.asMember(member, id)
                .then(licences.find(licence))
                .filter(paper -> paper.organisation().equals(id))
                .switchIfEmpty(Mono.error(OrganisationProblem.LICENCE_NOT_FOUND::raise))
                .flatMap(paper -> documents.read(new DocumentId(paper.documentId())));
    }

    /** As of now; raises {@link OrganisationProblem#NOT_A_MEMBER} and what {@link TradingGate#judge} does. */
    public Mono<GateVerdict> judge(AccountId member, OrganisationId id, String material, TradeSide side, String area) {
        return actFor.asMember(member, id)
                .then(Mono.defer(() -> gate.judge(id, material, side, area, clock.instant())));
    }

    private Mono<Whole> whole(OrganisationId id, Set<MemberRole> roles) {
        return organisations
                .findWhole(id)
                .switchIfEmpty(Mono.error(OrganisationProblem.NOT_FOUND::raise))
                .flatMap(organisation -> licences.findAllOf(id)
                        .collectList()
                        .map(papers -> new Whole(organisation, roles, papers, due(papers))));
    }

    /** The filings that nobody handed in yet, with their last days. */
    private static Map<LicenceKind, LocalDate> due(List<Paper> papers) {
        var held = papers.stream().map(Paper::licence).toList();
        var kinds = held.stream()
                .filter(licence -> licence.state() != LicenceState.REFUSED)
                .map(Licence::kind)
                .collect(Collectors.toSet());
        var due = new TreeMap<LicenceKind, LocalDate>();
        FILINGS.stream()
                .filter(kind -> !kinds.contains(kind))
                .forEach(kind -> TradingRules.dueBy(kind, held).ifPresent(day -> due.put(kind, day)));
        return due;
    }

    /** An organisation that somebody acts for, and as what. */
    public record Own(OrganisationView organisation, Set<MemberRole> roles) {}

    /**
     * All that is known of an organisation.
     *
     * @param roles of who reads; empty for an officer
     * @param due filings that are missing, and the last day for each, which may be past
     */
    public record Whole(
            Organisation organisation, Set<MemberRole> roles, List<Paper> papers, Map<LicenceKind, LocalDate> due) {}

    public record NamedMember(Member member, AccountView account) {}
}
