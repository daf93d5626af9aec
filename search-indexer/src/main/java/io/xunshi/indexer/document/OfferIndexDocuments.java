package io.xunshi.indexer.document;

import static java.util.stream.Collectors.toMap;

import io.xunshi.contracts.search.OfferDocument;
import io.xunshi.contracts.search.OfferDocument.Quality;
import io.xunshi.contracts.search.OfferIndexed;
import io.xunshi.indexer.document.OfferIndexDocument.Card;
import io.xunshi.indexer.document.OfferIndexDocument.Place;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes what is stored out of what was said of a lot or a demand. */
final class OfferIndexDocuments {
    /** No attribute is said with more than nine digits before the point. */
    private static final BigDecimal BEYOND_ALL = BigDecimal.valueOf(1_000_000_000);

    private OfferIndexDocuments() {}

    static OfferIndexDocument of(OfferIndexed message) {
        var offer = message.document();
        var facets = offer.facets();
        var price = offer.price();
        var days = offer.days();
        return new OfferIndexDocument(
                message.id(),
                offer.title(),
                offer.description(),
                offer.words(),
                suggestions(offer),
                offer.materials(),
                facets.area(),
                facets.delivery(),
                facets.payment(),
                facets.tax(),
                facets.packing(),
                facets.priceBasis(),
                facets.state(),
                price == null ? null : price.amount(),
                offer.quantity(),
                numbers(offer, quality -> orElse(quality.least(), BigDecimal.ZERO)),
                numbers(offer, quality -> orElse(quality.most(), BEYOND_ALL)),
                answers(offer),
                days == null ? null : days.from(),
                days == null ? null : days.to(),
                offer.lastDay(),
                offer.offeredAt(),
                card(message, offer));
    }

    private static List<String> suggestions(OfferDocument offer) {
        return Stream.concat(offer.names().stream(), Suggestions.in(offer.title()).stream())
                .distinct()
                .toList();
    }

    private static Map<String, BigDecimal> numbers(OfferDocument offer, Bound bound) {
        return said(offer, quality -> quality.answers().isEmpty())
                .collect(toMap(Entry::getKey, said -> bound.of(said.getValue())));
    }

    private static Map<String, List<String>> answers(OfferDocument offer) {
        return said(offer, quality -> !quality.answers().isEmpty())
                .collect(toMap(Entry::getKey, said -> said.getValue().answers()));
    }

    private static Stream<Entry<String, Quality>> said(OfferDocument offer, Predicate<Quality> kind) {
        return offer.quality().entrySet().stream().filter(said -> kind.test(said.getValue()));
    }

    private static BigDecimal orElse(@Nullable BigDecimal bound, BigDecimal none) {
        return Objects.requireNonNullElse(bound, none);
    }

    private static Card card(OfferIndexed message, OfferDocument offer) {
        var facets = offer.facets();
        return new Card(
                message.id(),
                offer.code(),
                facets.state(),
                offer.title(),
                offer.materialCode(),
                offer.measure(),
                offer.quantity(),
                offer.price(),
                facets.priceBasis(),
                facets.tax(),
                facets.delivery(),
                facets.payment(),
                facets.packing(),
                offer.quality(),
                new Place(facets.area(), offer.address()),
                offer.party(),
                offer.days(),
                offer.lastDay(),
                offer.offeredAt());
    }

    /** One end of the stretch of numbers that fit. */
    private interface Bound {
        BigDecimal of(Quality quality);
    }
}
