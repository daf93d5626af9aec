package io.xunshi.platform.search.usecase;

import static java.util.stream.Collectors.toMap;

import io.xunshi.contracts.search.OfferDocument;
import io.xunshi.contracts.search.OfferDocument.Days;
import io.xunshi.contracts.search.OfferDocument.Facets;
import io.xunshi.contracts.search.OfferDocument.Party;
import io.xunshi.contracts.search.OfferDocument.Price;
import io.xunshi.contracts.search.OfferDocument.Quality;
import io.xunshi.contracts.search.OfferIndexed;
import io.xunshi.contracts.search.SearchIndex;
import io.xunshi.platform.catalog.Catalog;
import io.xunshi.platform.catalog.Material;
import io.xunshi.platform.exchange.FindableOffer;
import io.xunshi.platform.exchange.OfferSide;
import io.xunshi.platform.exchange.SaidQuality;
import io.xunshi.platform.search.domain.MaterialWords;
import java.util.List;
import java.util.Map.Entry;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Says everything about a lot or a demand that it may be found by, in both languages. */
@Component
public class OfferDocuments {
    private final MaterialTree tree;
    private final Catalog catalog;

    OfferDocuments(MaterialTree tree, Catalog catalog) {
        this.tree = tree;
        this.catalog = catalog;
    }

    static SearchIndex indexOf(OfferSide side) {
        return switch (side) {
            case LOT -> SearchIndex.LOTS;
            case DEMAND -> SearchIndex.DEMANDS;
        };
    }

    /** The material is called what it is called today, whatever edition the offer was made in. */
    public Mono<OfferIndexed> message(FindableOffer offer) {
        return tree.pathTo(offer.materialCode())
                .map(path ->
                        new OfferIndexed(indexOf(offer.side()), offer.id(), offer.version(), document(offer, path)));
    }

    private OfferDocument document(FindableOffer offer, List<Material> path) {
        return new OfferDocument(
                offer.code(),
                offer.title(),
                offer.description(),
                words(offer, path),
                MaterialWords.namesOf(path.getLast()).distinct().toList(),
                path.stream().map(Material::code).toList(),
                facets(offer),
                offer.measure().name(),
                offer.quantity(),
                price(offer),
                offer.quality().entrySet().stream().collect(toMap(Entry::getKey, said -> quality(said.getValue()))),
                days(offer),
                offer.lastDay(),
                offer.offeredAt(),
                new Party(
                        offer.party().id().toString(),
                        offer.party().name(),
                        offer.party().place()),
                offer.address());
    }

    private List<String> words(FindableOffer offer, List<Material> path) {
        var ofMaterials =
                path.stream().flatMap(material -> Stream.concat(MaterialWords.namesOf(material), codesOf(material)));
        var ofArea = catalog.district(offer.areaCode()).stream()
                .flatMap(district -> Stream.of(district.nameZh(), district.nameEn()));
        var ofQuality = offer.quality().values().stream().flatMap(said -> said.answers().stream());
        var ofParty = Stream.of(offer.party().name(), offer.code(), offer.address());
        return Stream.of(ofMaterials, ofArea, ofQuality, ofParty)
                .flatMap(words -> words)
                .distinct()
                .toList();
    }

    private static Stream<String> codesOf(Material material) {
        return Stream.of(material.standard(), material.hsCode(), material.wasteCode())
                .filter(code -> !code.isEmpty());
    }

    private static Facets facets(FindableOffer offer) {
        return new Facets(
                offer.areaCode(),
                offer.delivery(),
                offer.payment(),
                offer.tax(),
                offer.packing(),
                offer.priceBasis().name(),
                offer.state());
    }

    private static @Nullable Price price(FindableOffer offer) {
        var price = offer.price();
        return price == null ? null : new Price(price.amount(), price.currency());
    }

    private static Quality quality(SaidQuality said) {
        return new Quality(said.least(), said.most(), said.answers());
    }

    private static @Nullable Days days(FindableOffer offer) {
        var from = offer.from();
        var to = offer.to();
        return from == null || to == null ? null : new Days(from, to);
    }
}
