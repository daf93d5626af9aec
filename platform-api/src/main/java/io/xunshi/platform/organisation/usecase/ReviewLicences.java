package io.xunshi.platform.organisation.usecase;

import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.media.DocumentId;
import io.xunshi.platform.media.Documents;
import io.xunshi.platform.media.Documents.DocumentFile;
import io.xunshi.platform.organisation.LicenceKind;
import io.xunshi.platform.organisation.OrganisationEvents.LicenceApproved;
import io.xunshi.platform.organisation.OrganisationEvents.OrganisationActivated;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.OrganisationProblem;
import io.xunshi.platform.organisation.OrganisationView;
import io.xunshi.platform.organisation.domain.Paper;
import io.xunshi.platform.organisation.storage.MemberRepository;
import io.xunshi.platform.organisation.storage.OrganisationRepository;
import io.xunshi.platform.organisation.storage.TradeLicenceRepository;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** An officer's look at what organisations hand in. Of two officers the first decides, and nobody about their own. */
@Component
public class ReviewLicences {
    private final TradeLicenceRepository licences;
    private final OrganisationRepository organisations;
    private final MemberRepository members;
    private final Documents documents;
    private final TellOwners tellOwners;
    private final EventPublisher events;
    private final IdGenerator ids;
    private final Clock clock;

    ReviewLicences(
            TradeLicenceRepository licences,
            OrganisationRepository organisations,
            MemberRepository members,
            Documents documents,
            TellOwners tellOwners,
            EventPublisher events,
            IdGenerator ids,
            Clock clock) {
        this.licences = licences;
        this.organisations = organisations;
        this.members = members;
        this.documents = documents;
        this.tellOwners = tellOwners;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** The longest waiting first. */
    public Mono<Page<LicenceCase>> findFor(AccountId officer, @Nullable Cursor after, int limit) {
        return licences.findInReviewFor(officer, after, limit + 1)
                .collectList()
                .map(rows -> Page.ofOneMore(
                        rows,
                        limit,
                        paper -> new Cursor(paper.submittedAt(), paper.licence().id())))
                .flatMap(this::cases);
    }

    /** What was handed in, whatever became of it; raises {@link OrganisationProblem#LICENCE_NOT_FOUND}. */
    public Mono<DocumentFile> read(UUID licence) {
        return existing(licence).flatMap(paper -> documents.read(new DocumentId(paper.documentId())));
    }

    /**
     * Raises {@link OrganisationProblem#LICENCE_NOT_FOUND}, {@link OrganisationProblem#LICENCE_DECIDED} and
     * {@link OrganisationProblem#NOT_YOURS_TO_DECIDE}.
     *
     * @param refusal null to approve
     */
    @Transactional
    public Mono<Paper> decide(AccountId officer, UUID licence, @Nullable String refusal) {
        var now = clock.instant();
        return existing(licence)
                .delayUntil(paper -> checkIndependent(officer, paper))
                .then(licences.decide(licence, officer, refusal, now))
                .switchIfEmpty(Mono.error(OrganisationProblem.LICENCE_DECIDED::raise))
                .delayUntil(paper -> refusal == null ? announce(paper, now) : Mono.empty())
                .delayUntil(tellOwners::ofDecision);
    }

    private Mono<Void> checkIndependent(AccountId officer, Paper paper) {
        return members.everActed(officer, List.of(paper.organisation()))
                .filter(acted -> acted || paper.submittedBy().equals(officer))
                .flatMap(acted -> Mono.error(OrganisationProblem.NOT_YOURS_TO_DECIDE.raise()));
    }

    private Mono<Void> announce(Paper paper, Instant now) {
        var organisation = paper.organisation();
        var licence = paper.licence();
        var approved = new LicenceApproved(ids.next(), now, organisation.value(), licence.id(), licence.kind());
        return (licence.kind() == LicenceKind.BUSINESS_LICENCE ? activate(organisation, now) : Mono.<Void>empty())
                .then(events.publish(approved));
    }

    private Mono<Void> activate(OrganisationId organisation, Instant now) {
        return organisations
                .activate(organisation, now)
                .filter(activated -> activated)
                .flatMap(activated -> events.publish(new OrganisationActivated(ids.next(), now, organisation.value())));
    }

    private Mono<Paper> existing(UUID licence) {
        return licences.find(licence).switchIfEmpty(Mono.error(OrganisationProblem.LICENCE_NOT_FOUND::raise));
    }

    private Mono<Page<LicenceCase>> cases(Page<Paper> papers) {
        return organisations
                .findAll(papers.items().stream()
                        .map(Paper::organisation)
                        .distinct()
                        .toList())
                .collectMap(OrganisationView::id)
                .map(byId -> papers.map(paper -> licenceCase(paper, byId)));
    }

    private static LicenceCase licenceCase(Paper paper, Map<OrganisationId, OrganisationView> byId) {
        return new LicenceCase(paper, Objects.requireNonNull(byId.get(paper.organisation())));
    }

    public record LicenceCase(Paper paper, OrganisationView organisation) {}
}
