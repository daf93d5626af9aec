package io.xunshi.platform.custody.usecase;

import io.xunshi.platform.catalog.Material;
import io.xunshi.platform.catalog.Materials;
import io.xunshi.platform.custody.CustodyProblem;
import io.xunshi.platform.custody.domain.Batch;
import io.xunshi.platform.custody.domain.BatchKind;
import io.xunshi.platform.custody.domain.Composition;
import io.xunshi.platform.custody.domain.CompositionRules;
import io.xunshi.platform.custody.domain.CompositionRules.Said;
import io.xunshi.platform.custody.domain.Draw;
import io.xunshi.platform.custody.domain.Output;
import io.xunshi.platform.custody.domain.Parcel;
import io.xunshi.platform.custody.domain.ProcessKind;
import io.xunshi.platform.custody.domain.Recipe;
import io.xunshi.platform.custody.domain.Site;
import io.xunshi.platform.custody.storage.CustodyBatchRepository;
import io.xunshi.platform.custody.storage.ParcelRepository;
import io.xunshi.platform.custody.storage.RecipeRepository;
import io.xunshi.platform.custody.storage.SiteRepository;
import io.xunshi.platform.custody.usecase.PostBatch.Entry;
import io.xunshi.platform.exchange.LotId;
import io.xunshi.platform.exchange.Lots;
import io.xunshi.platform.exchange.Source;
import io.xunshi.platform.exchange.StockPostings;
import io.xunshi.platform.exchange.StockPostings.Receipt;
import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.Organisations;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What members enter of the material that their organisation has. */
@Component
public class EnterBatch {
    private static final MemberRole[] MAY_KEEP = {MemberRole.OWNER, MemberRole.TRADER, MemberRole.WEIGHER};

    /** A batch is entered when it is found, but not years later. */
    private static final int DAYS_BACK_MAX = 366;

    private final Organisations organisations;
    private final Materials materials;
    private final Lots lots;
    private final StockPostings stock;
    private final KeepSites keepSites;
    private final SiteRepository sites;
    private final ParcelRepository parcels;
    private final CustodyBatchRepository batches;
    private final RecipeRepository recipes;
    private final PostBatch postBatch;
    private final Clock clock;

    EnterBatch(
            Organisations organisations,
            Materials materials,
            Lots lots,
            StockPostings stock,
            KeepSites keepSites,
            SiteRepository sites,
            ParcelRepository parcels,
            CustodyBatchRepository batches,
            RecipeRepository recipes,
            PostBatch postBatch,
            Clock clock) {
        this.organisations = organisations;
        this.materials = materials;
        this.lots = lots;
        this.stock = stock;
        this.keepSites = keepSites;
        this.sites = sites;
        this.parcels = parcels;
        this.batches = batches;
        this.recipes = recipes;
        this.postBatch = postBatch;
        this.clock = clock;
    }

    /**
     * Something was weighed in at a site. Raises field faults, what {@link StockPostings#receive} raises,
     * {@link CustodyProblem#SITE_UNKNOWN} and {@link CustodyProblem#MODEL_TOO_STRONG}.
     */
    @Transactional
    public Mono<Batch> receive(AccountId person, OrganisationId organisation, Arrival arrival) {
        var output = arrival.output();
        return organisations
                .requireRole(person, organisation, MAY_KEEP)
                .then(weighed(output.materialCode(), "materialCode"))
                .then(stock.receive(
                        person,
                        organisation,
                        new Receipt(
                                output.materialCode(),
                                output.grams(),
                                arrival.source(),
                                arrival.reference(),
                                arrival.happenedOn())))
                .then(keepSites.own(organisation, arrival.site()))
                .map(site -> entry(
                        BatchKind.RECEIPT,
                        organisation,
                        site,
                        CompositionRules.received(arrival.source(), output),
                        arrival.source(),
                        arrival.reference(),
                        arrival.happenedOn(),
                        person))
                .flatMap(postBatch::post);
    }

    /**
     * What the stock account had before anybody kept parcels, or what was entered there alone. Raises field faults,
     * what {@link Organisations#requireRole} raises, {@link CustodyProblem#SITE_UNKNOWN} and
     * {@link CustodyProblem#NOTHING_UNRECORDED}.
     */
    @Transactional
    public Mono<Batch> open(AccountId person, OrganisationId organisation, UUID site, String materialCode, long grams) {
        return organisations
                .requireRole(person, organisation, MAY_KEEP)
                .then(weighed(materialCode, "materialCode"))
                .then(unrecorded(organisation, materialCode))
                .filter(unrecorded -> grams > 0 && grams <= unrecorded)
                .switchIfEmpty(unrecorded(organisation, materialCode)
                        .flatMap(unrecorded -> Mono.error(
                                CustodyProblem.NOTHING_UNRECORDED.raise().with("unrecorded", Math.max(0, unrecorded)))))
                .then(keepSites.own(organisation, site))
                .map(found -> entry(
                        BatchKind.OPENING,
                        organisation,
                        found,
                        CompositionRules.opened(new Output(materialCode, grams, null)),
                        null,
                        "",
                        today(),
                        person))
                .flatMap(postBatch::post);
    }

    /**
     * Parcels are split, merged, processed or counted. Raises field faults, what {@link Organisations#requireRole},
     * {@link CompositionRules#composed} and {@link StockPostings#post} raise, {@link CustodyProblem#SITE_UNKNOWN},
     * {@link CustodyProblem#PARCEL_UNKNOWN}, {@link CustodyProblem#PARCEL_SHORT} and
     * {@link CustodyProblem#LOT_UNKNOWN}.
     */
    @Transactional
    public Mono<Batch> compose(AccountId person, OrganisationId organisation, Work work) {
        return organisations
                .requireRole(person, organisation, MAY_KEEP)
                .doOnNext(member -> checkDay(work.happenedOn()))
                .thenMany(Flux.fromIterable(work.outputs()))
                .concatMap(output -> weighed(output.materialCode(), "outputs"))
                .then(checkLot(organisation, work))
                .then(drawn(organisation, work.inputs()))
                .flatMap(draws -> boundsOf(work, draws).map(recipe -> decided(work, draws, recipe)))
                .flatMap(decided -> keepSites
                        .own(organisation, work.site())
                        .map(site -> entry(organisation, site, work, decided, person)))
                .flatMap(postBatch::post);
    }

    /**
     * The counter entry of what was wrong, while nothing was used of what it made. Raises what
     * {@link Organisations#requireRole} and {@link StockPostings#post} raise, {@link CustodyProblem#BATCH_NOT_FOUND},
     * {@link CustodyProblem#NOT_REVERSIBLE}, {@link CustodyProblem#REVERSED_ALREADY} and
     * {@link CustodyProblem#OUTPUT_USED}.
     */
    @Transactional
    public Mono<Batch> reverse(AccountId person, UUID id, String reason) {
        return batches.find(id)
                .switchIfEmpty(Mono.error(CustodyProblem.BATCH_NOT_FOUND::raise))
                .delayUntil(wrong -> organisations.requireRole(person, wrong.organisation(), MAY_KEEP))
                .filter(wrong -> wrong.kind().isReversible())
                .switchIfEmpty(Mono.error(CustodyProblem.NOT_REVERSIBLE::raise))
                .filterWhen(wrong -> batches.isReversed(id).map(isReversed -> !isReversed))
                .switchIfEmpty(Mono.error(CustodyProblem.REVERSED_ALREADY::raise))
                .filter(wrong -> wrong.made().stream().allMatch(parcel -> parcel.left() == parcel.grams()))
                .switchIfEmpty(Mono.error(CustodyProblem.OUTPUT_USED::raise))
                .flatMap(wrong -> sites.find(wrong.site()).map(site -> counter(wrong, site, reason, person)))
                .flatMap(postBatch::post);
    }

    private Entry counter(Batch wrong, Site site, String reason, AccountId person) {
        return new Entry(
                BatchKind.REVERSAL,
                wrong.organisation(),
                null,
                site,
                null,
                null,
                CompositionRules.reversed(wrong.composition(), wrong.made()),
                null,
                reason,
                today(),
                wrong,
                null,
                null,
                person);
    }

    private static Decided decided(Work work, List<Draw> draws, Optional<Recipe> recipe) {
        var composition = CompositionRules.composed(
                new Said(work.kind(), work.process(), draws, work.outputs(), work.loss(), work.lot(), work.reason()),
                recipe);
        return new Decided(composition, recipe.map(Recipe::edition).orElse(null));
    }

    private static Entry entry(OrganisationId organisation, Site site, Work work, Decided decided, AccountId person) {
        return new Entry(
                work.kind(),
                organisation,
                null,
                site,
                work.process(),
                decided.recipeEdition(),
                decided.composition(),
                null,
                work.reason(),
                work.happenedOn(),
                null,
                null,
                work.lot(),
                person);
    }

    private static Entry entry(
            BatchKind kind,
            OrganisationId organisation,
            Site site,
            Composition composition,
            @Nullable Source source,
            String reference,
            LocalDate happenedOn,
            AccountId person) {
        return new Entry(
                kind,
                organisation,
                null,
                site,
                null,
                null,
                composition,
                source,
                reference,
                happenedOn,
                null,
                null,
                null,
                person);
    }

    /** In the order in which they were named. */
    private Mono<List<Draw>> drawn(OrganisationId organisation, List<Input> inputs) {
        return parcels.findAll(inputs.stream().map(Input::parcel).toList())
                .filter(parcel -> parcel.organisation().equals(organisation))
                .collect(Collectors.toMap(Parcel::id, Function.identity()))
                .map(own -> inputs.stream().map(input -> draw(own, input)).toList());
    }

    private static Draw draw(Map<UUID, Parcel> own, Input input) {
        var parcel = own.get(input.parcel());
        if (parcel == null) {
            throw CustodyProblem.PARCEL_UNKNOWN.raise();
        }
        return new Draw(parcel, input.grams());
    }

    /** Of several materials the bounds of the first count. */
    private Mono<Optional<Recipe>> boundsOf(Work work, List<Draw> draws) {
        var process = work.process();
        if (process == null || draws.isEmpty()) {
            return Mono.just(Optional.empty());
        }
        return materials
                .find(draws.getFirst().parcel().materialCode(), today())
                .flatMap(material -> recipes.find(process, material.path(), work.happenedOn()))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    private Mono<Void> checkLot(OrganisationId organisation, Work work) {
        var id = work.lot();
        return id == null
                ? Mono.empty()
                : lots.find(id)
                        .filter(lot -> lot.seller().equals(organisation))
                        .switchIfEmpty(Mono.error(CustodyProblem.LOT_UNKNOWN::raise))
                        .filter(lot -> work.outputs().stream()
                                .allMatch(output -> output.materialCode().equals(lot.materialCode())))
                        .switchIfEmpty(Mono.error(() -> fault("outputs", "lot-material")))
                        .then();
    }

    private Mono<Long> unrecorded(OrganisationId organisation, String materialCode) {
        return stock.lockOnHand(organisation, materialCode)
                .flatMap(onHand -> parcels.leftOf(organisation, materialCode).map(left -> onHand - left));
    }

    private Mono<Material> weighed(String code, String field) {
        return materials
                .find(code, today())
                .filter(material -> material.isLeaf() && material.isWeighed())
                .switchIfEmpty(Mono.error(() -> fault(field, "material")));
    }

    private void checkDay(LocalDate day) {
        if (day.isAfter(today()) || day.isBefore(today().minusDays(DAYS_BACK_MAX))) {
            throw fault("happenedOn", "happened-on");
        }
    }

    private static RuntimeException fault(String field, String rule) {
        return FieldFault.refuse(List.of(new FieldFault(field, "custody.field." + rule)));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
    }

    private record Decided(
            Composition composition, @Nullable Integer recipeEdition) {}

    /**
     * What was weighed in.
     *
     * @param reference the number of the paper receipt
     * @param happenedOn in the city's time
     */
    public record Arrival(UUID site, Output output, Source source, String reference, LocalDate happenedOn) {}

    /** @param grams of the parcel that go in */
    public record Input(UUID parcel, long grams) {}

    /**
     * What was done to parcels. See {@link Said}.
     *
     * @param site where what it makes lies
     * @param happenedOn in the city's time
     */
    public record Work(
            BatchKind kind,
            UUID site,
            @Nullable ProcessKind process,
            List<Input> inputs,
            List<Output> outputs,
            long loss,
            @Nullable LotId lot,
            String reason,
            LocalDate happenedOn) {

        public Work {
            inputs = List.copyOf(inputs);
            outputs = List.copyOf(outputs);
        }
    }
}
