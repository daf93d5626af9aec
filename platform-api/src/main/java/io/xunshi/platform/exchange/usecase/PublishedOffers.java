package io.xunshi.platform.exchange.usecase;

import static java.util.stream.Collectors.toMap;

import io.xunshi.platform.catalog.Material;
import io.xunshi.platform.catalog.Materials;
import io.xunshi.platform.catalog.QualityAttribute;
import io.xunshi.platform.catalog.QualityAttribute.Type;
import io.xunshi.platform.exchange.FindableOffer;
import io.xunshi.platform.exchange.FindableOffer.Party;
import io.xunshi.platform.exchange.FindableOffers;
import io.xunshi.platform.exchange.LotId;
import io.xunshi.platform.exchange.OfferSide;
import io.xunshi.platform.exchange.PriceBasis;
import io.xunshi.platform.exchange.Requirement;
import io.xunshi.platform.exchange.Requirement.Between;
import io.xunshi.platform.exchange.Requirement.OneOf;
import io.xunshi.platform.exchange.SaidQuality;
import io.xunshi.platform.exchange.domain.Demand;
import io.xunshi.platform.exchange.domain.DemandState;
import io.xunshi.platform.exchange.domain.Lot;
import io.xunshi.platform.exchange.domain.LotTerms;
import io.xunshi.platform.exchange.storage.DemandRepository;
import io.xunshi.platform.exchange.storage.LotRepository;
import io.xunshi.platform.exchange.storage.OfferFilter;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.OrganisationView;
import io.xunshi.platform.organisation.Organisations;
import io.xunshi.platform.pricing.PriceFormula;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Shows lots and demands to whoever helps to find them. */
@Component
class PublishedOffers implements FindableOffers {
    private final LotRepository lots;
    private final DemandRepository demands;
    private final Materials materials;
    private final Organisations organisations;
    private final Clock clock;

    PublishedOffers(
            LotRepository lots,
            DemandRepository demands,
            Materials materials,
            Organisations organisations,
            Clock clock) {
        this.lots = lots;
        this.demands = demands;
        this.materials = materials;
        this.organisations = organisations;
        this.clock = clock;
    }

    @Override
    public Mono<FindableOffer> find(OfferSide side, UUID id) {
        return (switch (side) {
                    case LOT -> lots.find(new LotId(id)).flux().transform(this::shownLots);
                    case DEMAND -> demands.find(id).flux().transform(this::shownDemands);
                })
                .next();
    }

    @Override
    public Flux<FindableOffer> findAfter(OfferSide side, @Nullable UUID last, int limit) {
        return switch (side) {
            case LOT -> lots.findOnOfferAfter(last, limit).transform(this::shownLots);
            case DEMAND -> demands.findOpenAfter(last, limit).transform(this::shownDemands);
        };
    }

    @Override
    public Flux<FindableOffer> newest(OfferSide side, Wanted wanted, int limit) {
        return materials
                .tree(today())
                .map(tree -> new OfferFilter(wanted.words(), below(wanted.materials(), tree), wanted.area()))
                .flatMapMany(filter -> switch (side) {
                    case LOT -> lots.findOnOffer(filter, null, limit).transform(this::shownLots);
                    case DEMAND -> demands.findOpen(filter, null, limit).transform(this::shownDemands);
                });
    }

    /** The nodes and all that stands below them; the codes themselves where none is known, so that nothing is found. */
    private static List<String> below(List<String> codes, List<Material> tree) {
        var found = tree.stream()
                .filter(material -> codes.stream().anyMatch(material::isWithin))
                .map(Material::code)
                .toList();
        return found.isEmpty() ? codes : found;
    }

    private Flux<FindableOffer> shownLots(Flux<Lot> found) {
        return shown(found, Lot::seller, lot -> lot.terms().materialCode(), PublishedOffers::shown);
    }

    private Flux<FindableOffer> shownDemands(Flux<Demand> found) {
        return shown(
                found,
                Demand::buyer,
                demand -> demand.terms().materialCode(),
                (demand, party, _) -> shown(demand, party));
    }

    private <T> Flux<FindableOffer> shown(
            Flux<T> found, Function<T, OrganisationId> owner, Function<T, String> material, Showing<T> showing) {
        return found.collectList()
                .filter(offers -> !offers.isEmpty())
                .flatMapMany(offers -> parties(offers.stream().map(owner))
                        .zipWith(materials.tree(today()), Seen::new)
                        .flatMapIterable(seen -> offers.stream()
                                .flatMap(offer -> seen.party(owner.apply(offer))
                                        .map(party -> showing.of(
                                                offer, party, numbersOf(seen.material(material.apply(offer))))))
                                .toList()));
    }

    private Mono<Map<OrganisationId, OrganisationView>> parties(Stream<OrganisationId> ids) {
        return organisations.findAll(ids.distinct().toList()).collectMap(OrganisationView::id);
    }

    /** The attributes of a material that are numbers. */
    private Set<String> numbersOf(Stream<Material> material) {
        return material.flatMap(found -> materials.quality(found.qualitySchema()).stream())
                .filter(attribute -> attribute.type() == Type.DECIMAL || attribute.type() == Type.INTEGER)
                .map(QualityAttribute::code)
                .collect(Collectors.toUnmodifiableSet());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
    }

    private static FindableOffer shown(Lot lot, Party seller, Set<String> numbers) {
        var terms = lot.terms();
        var days = terms.inspection();
        var basis = basis(terms);
        return new FindableOffer(
                OfferSide.LOT,
                lot.id().value(),
                lot.code(),
                lot.state().drawsOnStock(),
                lot.version(),
                seller,
                lot.state().name(),
                terms.materialCode(),
                lot.measure(),
                terms.title(),
                terms.description(),
                lot.remaining(),
                terms.quality().entrySet().stream().collect(toMap(Entry::getKey, said -> said(said, numbers))),
                terms.packing().name(),
                terms.place().areaCode(),
                terms.place().address(),
                terms.delivery().name(),
                terms.payment().name(),
                terms.tax().name(),
                basis == PriceBasis.NAMED ? terms.price() : null,
                basis,
                days == null ? null : days.from(),
                days == null ? null : days.to(),
                terms.lastDay(),
                lot.offeredAt());
    }

    private static SaidQuality said(Entry<String, String> said, Set<String> numbers) {
        if (!numbers.contains(said.getKey())) {
            return new SaidQuality(null, null, List.of(said.getValue()));
        }
        var number = new BigDecimal(said.getValue());
        return new SaidQuality(number, number, List.of());
    }

    /** What is named beside reference prices is not what the goods cost. */
    private static PriceBasis basis(LotTerms terms) {
        if (!(terms.formula() instanceof PriceFormula.Fixed)) {
            return PriceBasis.FORMULA;
        }
        return terms.price() == null ? PriceBasis.OFFERS_WANTED : PriceBasis.NAMED;
    }

    private static FindableOffer shown(Demand demand, Party buyer) {
        var terms = demand.terms();
        return new FindableOffer(
                OfferSide.DEMAND,
                demand.id(),
                demand.code(),
                demand.state() == DemandState.OPEN,
                demand.version(),
                buyer,
                demand.state().name(),
                terms.materialCode(),
                demand.measure(),
                terms.title(),
                terms.description(),
                terms.quantity(),
                terms.quality().entrySet().stream().collect(toMap(Entry::getKey, asked -> asked(asked.getValue()))),
                null,
                terms.place().areaCode(),
                terms.place().address(),
                terms.delivery().name(),
                terms.payment().name(),
                terms.tax().name(),
                terms.price(),
                terms.price() == null ? PriceBasis.OFFERS_WANTED : PriceBasis.NAMED,
                terms.window().from(),
                terms.window().to(),
                terms.lastDay(),
                demand.postedAt());
    }

    private static SaidQuality asked(Requirement requirement) {
        return switch (requirement) {
            case Between between -> new SaidQuality(between.min(), between.max(), List.of());
            case OneOf oneOf -> new SaidQuality(null, null, oneOf.answers());
        };
    }

    /** What is looked up for a page of lots or demands. */
    private record Seen(Map<OrganisationId, OrganisationView> parties, List<Material> tree) {
        Stream<Party> party(OrganisationId id) {
            return Optional.ofNullable(parties.get(id)).stream()
                    .map(found -> new Party(found.id(), found.name(), found.place()));
        }

        Stream<Material> material(String code) {
            return tree.stream().filter(material -> material.code().equals(code));
        }
    }

    /** Makes what is shown out of a lot or a demand. */
    private interface Showing<T> {
        FindableOffer of(T offer, Party party, Set<String> numbers);
    }
}
