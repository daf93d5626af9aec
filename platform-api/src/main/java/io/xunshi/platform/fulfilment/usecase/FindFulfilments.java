package io.xunshi.platform.fulfilment.usecase;

import io.xunshi.platform.catalog.CatalogProblem;
import io.xunshi.platform.catalog.Material;
import io.xunshi.platform.catalog.Materials;
import io.xunshi.platform.catalog.QualityAttribute;
import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.fulfilment.FulfilmentProblem;
import io.xunshi.platform.fulfilment.domain.Calling;
import io.xunshi.platform.fulfilment.domain.Fulfilment;
import io.xunshi.platform.fulfilment.domain.KeptDocument;
import io.xunshi.platform.fulfilment.domain.Statement;
import io.xunshi.platform.fulfilment.storage.FulfilmentRepository;
import io.xunshi.platform.fulfilment.storage.PaperRepository;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.media.DocumentId;
import io.xunshi.platform.media.Documents;
import io.xunshi.platform.media.Documents.DocumentFile;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.Membership;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.Organisations;
import io.xunshi.platform.pricing.Settlement;
import io.xunshi.platform.pricing.Side;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Shows the two sides, and officers, how deals are performed. */
@Component
public class FindFulfilments {
    private static final int LIST_MAX = 50;

    private final ActForSide actForSide;
    private final ReadPerformance readPerformance;
    private final FulfilmentRepository fulfilments;
    private final PaperRepository papers;
    private final IssueStatement issueStatement;
    private final CallPrice callPrice;
    private final Organisations organisations;
    private final Documents documents;
    private final Materials materials;
    private final Clock clock;

    FindFulfilments(
            ActForSide actForSide,
            ReadPerformance readPerformance,
            FulfilmentRepository fulfilments,
            PaperRepository papers,
            IssueStatement issueStatement,
            CallPrice callPrice,
            Organisations organisations,
            Documents documents,
            Materials materials,
            Clock clock) {
        this.actForSide = actForSide;
        this.readPerformance = readPerformance;
        this.fulfilments = fulfilments;
        this.papers = papers;
        this.issueStatement = issueStatement;
        this.callPrice = callPrice;
        this.organisations = organisations;
        this.documents = documents;
        this.materials = materials;
        this.clock = clock;
    }

    /** For members of either side; raises {@link FulfilmentProblem#NOT_FOUND}. */
    public Mono<Seen> find(AccountId reader, DealId deal) {
        return actForSide.read(reader, deal).flatMap(performed -> seen(reader, performed));
    }

    /** For who has just changed it. */
    public Mono<Seen> seen(AccountId reader, Performed performed) {
        return sidesOf(reader, performed.head()).flatMap(own -> seen(own, performed));
    }

    /** For officers, who see both sides'; raises {@link FulfilmentProblem#NOT_FOUND}. */
    public Mono<Seen> findForOfficer(DealId deal) {
        return readPerformance
                .find(deal)
                .switchIfEmpty(Mono.error(FulfilmentProblem.NOT_FOUND::raise))
                .flatMap(this::seenByOfficer);
    }

    /** For the officer who has just changed it. */
    public Mono<Seen> seenByOfficer(Performed performed) {
        return seen(Set.of(Side.values()), performed);
    }

    /** What an organisation has on its way, on either side; for members, the last moved first. */
    public Mono<List<Seen>> toWeigh(AccountId reader, OrganisationId organisation) {
        return organisations
                .requireRole(reader, organisation, MemberRole.values())
                .thenMany(fulfilments.findToWeigh(organisation, LIST_MAX))
                .collectList()
                .flatMapIterable(found -> found)
                .concatMap(head -> readPerformance.find(head.deal()))
                .concatMap(performed -> seen(reader, performed))
                .collectList();
    }

    /** What waits for an officer, the longest waiting first. */
    public Mono<List<Seen>> forOfficers() {
        return fulfilments
                .findForOfficers(LIST_MAX)
                .collectList()
                .flatMapIterable(found -> found)
                .concatMap(head -> readPerformance.find(head.deal()))
                .concatMap(this::seenByOfficer)
                .collectList();
    }

    /** For members of either side; raises {@link FulfilmentProblem#DOCUMENT_NOT_FOUND}. */
    public Mono<DocumentFile> document(AccountId reader, DealId deal, UUID document) {
        return actForSide.read(reader, deal).then(file(deal, document));
    }

    /** For officers; raises {@link FulfilmentProblem#DOCUMENT_NOT_FOUND}. */
    public Mono<DocumentFile> documentForOfficer(DealId deal, UUID document) {
        return file(deal, document);
    }

    /** The text that a statement's hash is of; for members of either side. */
    public Mono<Statement> statement(AccountId reader, DealId deal, UUID statement) {
        return actForSide
                .read(reader, deal)
                .map(performed -> performed.performance().statements().stream()
                        .filter(one -> one.view().id().equals(statement))
                        .findFirst()
                        .orElseThrow(FulfilmentProblem.NO_SUCH_STATEMENT::raise));
    }

    private Mono<DocumentFile> file(DealId deal, UUID document) {
        return papers.findOf(deal)
                .filter(kept -> kept.id().equals(document))
                .next()
                .switchIfEmpty(Mono.error(FulfilmentProblem.DOCUMENT_NOT_FOUND::raise))
                .flatMap(kept -> documents.read(new DocumentId(kept.id())));
    }

    private Mono<Set<Side>> sidesOf(AccountId reader, Fulfilment head) {
        return organisations
                .membershipsOf(reader)
                .map(Membership::organisation)
                .filter(own -> own.equals(head.seller()) || own.equals(head.buyer()))
                .map(own -> own.equals(head.seller()) ? Side.SELLER : Side.BUYER)
                .collect(Collectors.toSet());
    }

    private Mono<Seen> seen(Set<Side> own, Performed performed) {
        var shown = performed.readableBy(own);
        return issueStatement
                .reckon(shown)
                .flatMap(settlement -> papers.findOf(performed.deal().id())
                        .collectList()
                        .flatMap(kept ->
                                materialOf(performed).map(material -> seen(shown, own, settlement, kept, material))))
                .flatMap(this::withCalling);
    }

    private Mono<Seen> withCalling(Seen seen) {
        return callPrice
                .callingOf(seen.performed())
                .map(calling -> seen.with(calling, clock.instant()))
                .defaultIfEmpty(seen);
    }

    private Seen seen(
            Performed shown, Set<Side> own, Settlement settlement, List<KeptDocument> kept, Material material) {
        return new Seen(
                shown, own, settlement, kept, material, materials.quality(material.qualitySchema()), null, null);
    }

    private Mono<Material> materialOf(Performed performed) {
        return materials
                .findEdition(performed.deal().materialCode(), performed.deal().materialEdition())
                .switchIfEmpty(Mono.error(CatalogProblem.NO_SUCH_MATERIAL::raise));
    }

    /**
     * What a reader sees.
     *
     * @param performed without the readings that are not for them yet
     * @param own the sides for which they act
     * @param settlement what it comes to with what is known today
     * @param schema what can be said of the material's quality
     * @param calling null where the contract has no price that is called
     * @param nextDay the first day that can be called now; null where none can
     */
    public record Seen(
            Performed performed,
            Set<Side> own,
            Settlement settlement,
            List<KeptDocument> documents,
            Material material,
            List<QualityAttribute> schema,
            @Nullable Calling calling,
            @Nullable LocalDate nextDay) {

        Seen with(Calling called, Instant now) {
            var isOpen = performed.state().isWaiting();
            return new Seen(
                    performed,
                    own,
                    settlement,
                    documents,
                    material,
                    schema,
                    called,
                    isOpen ? called.nextDay(now).orElse(null) : null);
        }
    }
}
