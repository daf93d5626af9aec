package io.xunshi.platform.tender.usecase;

import io.xunshi.platform.catalog.Material;
import io.xunshi.platform.catalog.Materials;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.Membership;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.OrganisationView;
import io.xunshi.platform.organisation.Organisations;
import io.xunshi.platform.tender.TenderId;
import io.xunshi.platform.tender.TenderProblem;
import io.xunshi.platform.tender.domain.BuyerRecord;
import io.xunshi.platform.tender.domain.Question;
import io.xunshi.platform.tender.domain.Tender;
import io.xunshi.platform.tender.storage.QuestionRepository;
import io.xunshi.platform.tender.storage.TenderRepository;
import io.xunshi.platform.tender.storage.TenderRepository.TenderFilter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Shows what buyers ask for. */
@Component
public class FindTenders {
    private final TenderRepository tenders;
    private final QuestionRepository questions;
    private final Organisations organisations;
    private final Materials materials;
    private final TenderSettings settings;
    private final Clock clock;

    FindTenders(
            TenderRepository tenders,
            QuestionRepository questions,
            Organisations organisations,
            Materials materials,
            TenderSettings settings,
            Clock clock) {
        this.tenders = tenders;
        this.questions = questions;
        this.organisations = organisations;
        this.materials = materials;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Raises {@link TenderProblem#NOT_FOUND} for what the reader may not see.
     *
     * @param reader null for somebody who has not signed in
     */
    public Mono<Shown> find(@Nullable AccountId reader, TenderId id) {
        return readersOf(reader)
                .flatMap(readers -> tenders.find(id)
                        .filter(tender -> tender.isSeenBy(readers))
                        .switchIfEmpty(Mono.error(TenderProblem.NOT_FOUND::raise))
                        .flatMap(tender -> shown(tender, readers.contains(tender.buyer()))));
    }

    /** For a member of its buyer who has just moved it. */
    public Mono<Shown> shownToBuyer(Tender tender) {
        return shown(tender, true);
    }

    private Mono<Shown> shown(Tender tender, boolean toBuyer) {
        return organisations
                .findAll(Stream.concat(
                                Stream.of(tender.buyer()), toBuyer ? tender.terms().invited().stream() : Stream.of())
                        .toList())
                .collectMap(OrganisationView::id)
                .flatMap(parties -> Mono.justOrEmpty(parties.get(tender.buyer()))
                        .flatMap(buyer -> tenders.recordOf(tender.buyer())
                                .flatMap(record -> questions
                                        .findOf(tender.id())
                                        .collectList()
                                        .map(asked -> new Shown(
                                                tender,
                                                buyer,
                                                record,
                                                asked,
                                                tender.terms().closesAt().minus(settings.questionsEnd()),
                                                toBuyer
                                                        ? parties.values().stream()
                                                                .filter(party -> !party.id()
                                                                        .equals(buyer.id()))
                                                                .toList()
                                                        : null)))));
    }

    /** What was published and the reader may see, newest first. */
    public Mono<Page<Listed>> findPublished(
            @Nullable AccountId reader, Looked looked, @Nullable Cursor after, int limit) {
        return readersOf(reader)
                .flatMap(readers -> below(looked.material())
                        .map(codes ->
                                new TenderFilter(looked.openOnly(), codes, looked.area(), looked.demand(), readers)))
                .flatMap(filter ->
                        tenders.findPublished(filter, after, limit + 1).collectList())
                .map(rows -> Page.ofOneMore(
                        rows,
                        limit,
                        tender -> new Cursor(publishedAt(tender), tender.id().value())))
                .flatMap(this::listed);
    }

    /** An organisation's own in whatever state, newest first. For its members. */
    public Mono<Page<Listed>> findOwn(AccountId person, OrganisationId buyer, @Nullable Cursor after, int limit) {
        return organisations
                .requireRole(person, buyer, MemberRole.values())
                .then(tenders.findOf(buyer, after, limit + 1).collectList())
                .map(rows -> Page.ofOneMore(
                        rows,
                        limit,
                        tender -> new Cursor(tender.draftedAt(), tender.id().value())))
                .flatMap(this::listed);
    }

    private Mono<Page<Listed>> listed(Page<Tender> page) {
        return organisations
                .findAll(page.items().stream().map(Tender::buyer).distinct().toList())
                .collectMap(OrganisationView::id)
                .map(buyers -> new Page<>(
                        page.items().stream()
                                .flatMap(tender -> Stream.ofNullable(buyers.get(tender.buyer()))
                                        .map(buyer -> new Listed(tender, buyer)))
                                .toList(),
                        page.nextCursor()));
    }

    private static Instant publishedAt(Tender tender) {
        var published = tender.published();
        return published == null ? tender.draftedAt() : published.at();
    }

    private Mono<List<OrganisationId>> readersOf(@Nullable AccountId reader) {
        return Mono.justOrEmpty(reader)
                .flatMapMany(organisations::membershipsOf)
                .map(Membership::organisation)
                .collectList();
    }

    /** The node, all that stands below it and all that it stands below: a tender for the whole class is for it, too. */
    private Mono<List<String>> below(@Nullable String code) {
        return Mono.justOrEmpty(code)
                .flatMapMany(wanted -> materials
                        .tree(LocalDate.ofInstant(clock.instant(), CityTime.ZONE))
                        .flatMapIterable(Function.identity())
                        .collectList()
                        .flatMapIterable(tree -> related(tree, wanted)))
                .collectList();
    }

    private static List<String> related(List<Material> tree, String code) {
        var found = tree.stream()
                .filter(material -> material.isWithin(code)
                        || tree.stream().anyMatch(one -> one.code().equals(code) && one.isWithin(material.code())))
                .map(Material::code)
                .toList();
        return found.isEmpty() ? List.of(code) : found;
    }

    /**
     * What a reader looks for.
     *
     * @param material a node of the tree, with what stands below and above it
     * @param area where the goods are needed
     * @param demand that it began as
     */
    public record Looked(
            boolean openOnly,
            @Nullable String material,
            @Nullable String area,
            @Nullable UUID demand) {}

    public record Listed(Tender tender, OrganisationView buyer) {}

    /**
     * @param record what the buyer did with earlier ones
     * @param questions oldest first
     * @param questionsUntil when the last may be asked
     * @param invited only its buyer reads them; null to others
     */
    public record Shown(
            Tender tender,
            OrganisationView buyer,
            BuyerRecord record,
            List<Question> questions,
            Instant questionsUntil,
            @Nullable List<OrganisationView> invited) {
        public Shown {
            questions = List.copyOf(questions);
        }
    }
}
