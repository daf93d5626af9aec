package io.xunshi.platform.exchange.usecase;

import io.xunshi.platform.catalog.Material;
import io.xunshi.platform.catalog.Materials;
import io.xunshi.platform.exchange.ExchangeProblem;
import io.xunshi.platform.exchange.LotId;
import io.xunshi.platform.exchange.domain.Demand;
import io.xunshi.platform.exchange.domain.Lot;
import io.xunshi.platform.exchange.storage.DemandRepository;
import io.xunshi.platform.exchange.storage.LotRepository;
import io.xunshi.platform.exchange.storage.OfferFilter;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.media.PhotoId;
import io.xunshi.platform.media.PhotoView;
import io.xunshi.platform.media.Photos;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.OrganisationView;
import io.xunshi.platform.organisation.Organisations;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Shows what is offered and what is looked for, and what of it fits together. */
@Component
public class FindSupplyAndDemand {
    /** Of one class of materials so many of the newest are looked through for what fits. */
    private static final int LOOKED_THROUGH = 200;

    private static final int FITTING_MAX = 20;

    private final LotRepository lots;
    private final DemandRepository demands;
    private final Materials materials;
    private final Organisations organisations;
    private final Photos photos;
    private final Clock clock;

    FindSupplyAndDemand(
            LotRepository lots,
            DemandRepository demands,
            Materials materials,
            Organisations organisations,
            Photos photos,
            Clock clock) {
        this.lots = lots;
        this.demands = demands;
        this.materials = materials;
        this.organisations = organisations;
        this.photos = photos;
        this.clock = clock;
    }

    /** Raises {@link ExchangeProblem#LOT_NOT_FOUND}. */
    public Mono<Shown<Lot>> findLot(LotId id) {
        return lots.find(id)
                .switchIfEmpty(Mono.error(ExchangeProblem.LOT_NOT_FOUND::raise))
                .flatMap(this::shown);
    }

    /** Raises {@link ExchangeProblem#DEMAND_NOT_FOUND}. */
    public Mono<Shown<Demand>> findDemand(UUID id) {
        return demands.find(id)
                .switchIfEmpty(Mono.error(ExchangeProblem.DEMAND_NOT_FOUND::raise))
                .flatMap(demand -> shownDemands(List.of(demand)).map(List::getFirst));
    }

    Mono<Shown<Lot>> shown(Lot lot) {
        return shownLots(List.of(lot)).map(List::getFirst);
    }

    /** On offer now, newest first. */
    public Mono<Page<Shown<Lot>>> findLots(Looked looked, @Nullable Cursor after, int limit) {
        return filter(looked)
                .flatMap(filter -> lots.findOnOffer(filter, after, limit + 1).collectList())
                .flatMap(rows -> lotPage(rows, limit));
    }

    /** Open now, newest first. */
    public Mono<Page<Shown<Demand>>> findDemands(Looked looked, @Nullable Cursor after, int limit) {
        return filter(looked)
                .flatMap(filter -> demands.findOpen(filter, after, limit + 1).collectList())
                .flatMap(rows -> demandPage(rows, limit));
    }

    /** An organisation's own in whatever state, newest first. For its members. */
    public Mono<Page<Shown<Lot>>> findOwnLots(
            AccountId person, OrganisationId seller, @Nullable Cursor after, int limit) {
        return organisations
                .requireRole(person, seller, MemberRole.values())
                .then(lots.findOf(seller, after, limit + 1).collectList())
                .flatMap(rows -> lotPage(rows, limit));
    }

    /** An organisation's own in whatever state, newest first. For its members. */
    public Mono<Page<Shown<Demand>>> findOwnDemands(
            AccountId person, OrganisationId buyer, @Nullable Cursor after, int limit) {
        return organisations
                .requireRole(person, buyer, MemberRole.values())
                .then(demands.findOf(buyer, after, limit + 1).collectList())
                .flatMap(rows -> demandPage(rows, limit));
    }

    /** Lots on offer that answer a demand, newest first. Raises {@link ExchangeProblem#DEMAND_NOT_FOUND}. */
    public Mono<List<Shown<Lot>>> lotsFor(UUID demandId) {
        return demands.find(demandId)
                .switchIfEmpty(Mono.error(ExchangeProblem.DEMAND_NOT_FOUND::raise))
                .flatMap(this::answersTo)
                .flatMap(this::shownLots);
    }

    /** Lots on offer that answer a demand, newest first. */
    Mono<List<Lot>> answersTo(Demand demand) {
        return below(demand.terms().materialCode())
                .flatMap(codes -> lots.findOnOffer(new OfferFilter("", codes, null), null, LOOKED_THROUGH)
                        .filter(lot -> !lot.seller().equals(demand.buyer()) && demand.isAnsweredBy(lot))
                        .take(FITTING_MAX)
                        .collectList());
    }

    /** Open demands that a lot answers, newest first. Raises {@link ExchangeProblem#LOT_NOT_FOUND}. */
    public Mono<List<Shown<Demand>>> demandsFor(LotId lotId) {
        return lots.find(lotId)
                .switchIfEmpty(Mono.error(ExchangeProblem.LOT_NOT_FOUND::raise))
                .flatMap(this::answeredBy)
                .flatMap(this::shownDemands);
    }

    /** Open demands that a lot answers, newest first. */
    Mono<List<Demand>> answeredBy(Lot lot) {
        return above(lot.terms().materialCode())
                .flatMap(codes -> demands.findOpen(new OfferFilter("", codes, null), null, LOOKED_THROUGH)
                        .filter(demand -> !demand.buyer().equals(lot.seller()) && demand.isAnsweredBy(lot))
                        .take(FITTING_MAX)
                        .collectList());
    }

    private Mono<OfferFilter> filter(Looked looked) {
        var material = looked.material();
        return (material == null ? Mono.just(List.<String>of()) : below(material))
                .map(codes -> new OfferFilter(looked.words(), codes, looked.area()));
    }

    /** The node and all that stands below it; itself where there is no such node, so that nothing is found. */
    private Mono<List<String>> below(String code) {
        return materials
                .tree(today())
                .flatMapIterable(Function.identity())
                .filter(material -> material.isWithin(code))
                .map(Material::code)
                .collectList()
                .map(codes -> codes.isEmpty() ? List.of(code) : codes);
    }

    /** The node and all that it stands below. */
    private Mono<List<String>> above(String code) {
        return materials.find(code, today()).map(Material::path).defaultIfEmpty(List.of(code));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
    }

    private Mono<Page<Shown<Lot>>> lotPage(List<Lot> rows, int limit) {
        var page = Page.ofOneMore(
                rows, limit, lot -> new Cursor(lot.offeredAt(), lot.id().value()));
        return shownLots(page.items()).map(items -> new Page<>(items, page.nextCursor()));
    }

    private Mono<Page<Shown<Demand>>> demandPage(List<Demand> rows, int limit) {
        var page = Page.ofOneMore(rows, limit, demand -> new Cursor(demand.postedAt(), demand.id()));
        return shownDemands(page.items()).map(items -> new Page<>(items, page.nextCursor()));
    }

    private Mono<List<Shown<Lot>>> shownLots(List<Lot> items) {
        return parties(items.stream().map(Lot::seller))
                .flatMap(sellers -> pictures(items)
                        .map(pictures -> items.stream()
                                .flatMap(lot -> shown(
                                        lot,
                                        sellers.get(lot.seller()),
                                        lot.terms().photos().stream().map(pictures::get)))
                                .toList()));
    }

    private Mono<List<Shown<Demand>>> shownDemands(List<Demand> items) {
        return parties(items.stream().map(Demand::buyer))
                .map(buyers -> items.stream()
                        .flatMap(demand -> shown(demand, buyers.get(demand.buyer()), Stream.of()))
                        .toList());
    }

    private static <T> Stream<Shown<T>> shown(
            T offer, @Nullable OrganisationView party, Stream<@Nullable PhotoView> pictures) {
        return party == null
                ? Stream.empty()
                : Stream.of(new Shown<>(
                        offer, party, pictures.flatMap(Stream::ofNullable).toList()));
    }

    private Mono<Map<OrganisationId, OrganisationView>> parties(Stream<OrganisationId> ids) {
        return organisations.findAll(ids.distinct().toList()).collectMap(OrganisationView::id);
    }

    private Mono<Map<PhotoId, PhotoView>> pictures(List<Lot> items) {
        var ids = items.stream().flatMap(lot -> lot.terms().photos().stream()).toList();
        return (ids.isEmpty() ? Flux.<PhotoView>empty() : photos.find(ids)).collectMap(PhotoView::id);
    }

    /**
     * What a reader looks for.
     *
     * @param words that must all be in the title
     * @param material a node of the tree; what stands below it is meant, too
     * @param area where the goods lie, or are needed
     */
    public record Looked(
            String words,
            @Nullable String material,
            @Nullable String area) {}

    /**
     * @param party who offers or looks for it
     * @param photos those that are ready
     */
    public record Shown<T>(T offer, OrganisationView party, List<PhotoView> photos) {
        public Shown {
            photos = List.copyOf(photos);
        }
    }
}
