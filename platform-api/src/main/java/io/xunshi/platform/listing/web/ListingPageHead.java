package io.xunshi.platform.listing.web;

import io.xunshi.platform.http.PageHead;
import io.xunshi.platform.http.PageHeads;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingProblem;
import io.xunshi.platform.listing.ListingState;
import io.xunshi.platform.listing.usecase.FindListings;
import io.xunshi.platform.listing.usecase.FindListings.WholeListing;
import io.xunshi.platform.media.PhotoView.Variant;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/** A listing's page, as schema.org's Product with its Offer. */
@Component
class ListingPageHead implements PageHeads {
    private static final PathPattern LISTING = PathPatternParser.defaultInstance.parse("/listings/{id}");
    private static final int DESCRIPTION_MAX = 150;
    private static final int FEN_DIGITS = 2;

    private final FindListings findListings;

    ListingPageHead(FindListings findListings) {
        this.findListings = findListings;
    }

    @Override
    public PathPattern pages() {
        return LISTING;
    }

    @Override
    public Mono<PageHead> headOf(PathContainer path, Locale reader) {
        var match = Objects.requireNonNull(LISTING.matchAndExtract(path));
        return Mono.fromCallable(() ->
                        new ListingId(UUID.fromString(match.getUriVariables().get("id"))))
                .onErrorMap(IllegalArgumentException.class, malformed -> ListingProblem.NOT_FOUND.raise())
                .flatMap(id -> findListings.find(id, null))
                .map(ListingPageHead::head);
    }

    private static PageHead head(WholeListing whole) {
        var listing = whole.listing();
        var offer = listing.offer();
        var price = offer.price();
        var path = "/listings/" + listing.id().value();
        var description = shortened(offer.description());
        return new PageHead(
                path,
                price == null || !offer.forSale() ? offer.title() : "%s · ¥%s".formatted(offer.title(), yuan(price)),
                description,
                whole.photos().stream()
                        .findFirst()
                        .map(photo -> photo.variants().getLast().url())
                        .orElse(null),
                product(whole, path, description));
    }

    private static Map<String, Object> product(WholeListing whole, String path, String description) {
        var listing = whole.listing();
        var product = new LinkedHashMap<String, Object>();
        product.put("@context", "https://schema.org");
        product.put("@type", "Product");
        product.put("name", listing.offer().title());
        product.put("description", description);
        product.put("sku", listing.code());
        product.put("image", images(whole));
        var price = listing.offer().price();
        if (price != null && listing.offer().forSale()) {
            product.put("offers", offer(listing.state(), listing.offer().conditionCode(), price, path));
        }
        return product;
    }

    private static List<String> images(WholeListing whole) {
        return whole.photos().stream()
                .map(photo -> photo.variants().getLast())
                .map(Variant::url)
                .toList();
    }

    private static Map<String, Object> offer(ListingState state, @Nullable String condition, Money price, String path) {
        return Map.of(
                "@type",
                "Offer",
                "url",
                path,
                "price",
                yuan(price).toString(),
                "priceCurrency",
                price.currency(),
                "itemCondition",
                "https://schema.org/" + ("NEW".equals(condition) ? "NewCondition" : "UsedCondition"),
                "availability",
                "https://schema.org/"
                        + switch (state) {
                            case PUBLISHED -> "InStock";
                            case RESERVED -> "LimitedAvailability";
                            case SOLD -> "SoldOut";
                            case DRAFT, IN_REVIEW, WITHDRAWN -> "Discontinued";
                        });
    }

    private static BigDecimal yuan(Money price) {
        return BigDecimal.valueOf(price.amount(), FEN_DIGITS);
    }

    private static String shortened(String text) {
        var oneLine = text.replaceAll("\\s+", " ").strip();
        return oneLine.codePointCount(0, oneLine.length()) <= DESCRIPTION_MAX
                ? oneLine
                : oneLine.substring(0, oneLine.offsetByCodePoints(0, DESCRIPTION_MAX)) + "…";
    }
}
