package io.xunshi.platform.order.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingProblem;
import io.xunshi.platform.listing.ListingState;
import io.xunshi.platform.listing.ListingView;
import io.xunshi.platform.listing.Listings;
import io.xunshi.platform.listing.ShippingPayer;
import io.xunshi.platform.listing.ShippingTerms;
import io.xunshi.platform.order.BundleProblem;
import io.xunshi.platform.order.OrderProblem;
import io.xunshi.platform.order.domain.Apportionment;
import io.xunshi.platform.order.domain.BundleDiscount;
import io.xunshi.platform.order.domain.BundlePrices;
import io.xunshi.platform.order.domain.Delivery;
import io.xunshi.platform.order.domain.FeeRule;
import io.xunshi.platform.order.storage.BundleDiscountRepository;
import io.xunshi.platform.shipping.ShippingQuote;
import io.xunshi.platform.shipping.ShippingTariffs;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Says what several things of one seller cost together, thing by thing, before anybody buys them. */
@Component
public class QuoteBundle {
    private final Listings listings;
    private final BundleDiscountRepository discounts;
    private final ShippingTariffs tariffs;

    QuoteBundle(Listings listings, BundleDiscountRepository discounts, ShippingTariffs tariffs) {
        this.listings = listings;
        this.discounts = discounts;
        this.tariffs = tariffs;
    }

    /**
     * What cannot be bought with the others is named, and costs nothing; unknown things are left out. Raises
     * {@link ListingProblem#NOT_FOUND} where none is known, {@link BundleProblem#SEVERAL_SELLERS}, and with a province
     * what {@link #send} raises.
     *
     * @param province of GB/T 2260, two digits, where it would be sent; null where it is handed over in person
     */
    public Mono<BundleQuote> quote(List<ListingId> ids, @Nullable String province) {
        return find(ids)
                .filter(found -> !found.isEmpty())
                .switchIfEmpty(Mono.error(ListingProblem.NOT_FOUND::raise))
                .doOnNext(QuoteBundle::requireOneSeller)
                .flatMap(found -> Flux.fromIterable(found)
                        .concatMap(this::hindrance)
                        .collectList()
                        .flatMap(hindrances -> discounts
                                .find(found.getFirst().seller())
                                .map(discount -> quote(found, hindrances, discount, province))));
    }

    /** In the caller's order. */
    Mono<List<ListingView>> find(List<ListingId> ids) {
        return listings.findAll(ids)
                .collectMap(ListingView::id)
                .map(found -> ids.stream()
                        .distinct()
                        .map(found::get)
                        .filter(Objects::nonNull)
                        .toList());
    }

    static void requireOneSeller(List<ListingView> things) {
        if (things.stream().map(ListingView::seller).distinct().count() > 1) {
            throw BundleProblem.SEVERAL_SELLERS.raise();
        }
    }

    /** Why a thing cannot be bought with others. */
    Mono<Hindrance> hindrance(ListingView thing) {
        if (!thing.forSale()) {
            return Mono.just(Hindrance.NOT_FOR_SALE);
        }
        return listings.isKeptBy(thing.id(), thing.seller()).map(isKeptByHand -> {
            if (!isKeptByHand) {
                return Hindrance.KEPT_AT_POINT;
            }
            return thing.state() == ListingState.PUBLISHED ? Hindrance.NONE : Hindrance.GONE;
        });
    }

    private BundleQuote quote(
            List<ListingView> found, List<Hindrance> hindrances, BundleDiscount discount, @Nullable String province) {
        var free = IntStream.range(0, found.size())
                .filter(i -> hindrances.get(i) == Hindrance.NONE)
                .mapToObj(found::get)
                .toList();
        var prices = pricesOf(free, discount.percentFor(free.size()));
        var things = IntStream.range(0, found.size())
                .mapToObj(i -> quoted(found.get(i), hindrances.get(i), free, prices))
                .toList();
        var sending = province == null || free.isEmpty() ? null : send(free, prices.prices(), province);
        return new BundleQuote(
                found.getFirst().seller(),
                things,
                discount,
                prices,
                sending,
                !free.isEmpty() && free.stream().allMatch(thing -> thing.shipping() != null));
    }

    static BundlePrices pricesOf(List<ListingView> things, int percent) {
        return things.isEmpty()
                ? new BundlePrices(List.of(), percent, List.of())
                : BundlePrices.of(things.stream().map(ListingView::price).toList(), percent);
    }

    private static QuotedThing quoted(
            ListingView thing, Hindrance hindrance, List<ListingView> free, BundlePrices prices) {
        var i = free.indexOf(thing);
        return new QuotedThing(
                thing, hindrance, i < 0 ? Money.fen(0) : prices.prices().get(i));
    }

    /**
     * All of it in one parcel. The seller pays for it only where they would for each thing alone. Raises
     * {@link BundleProblem#NOT_SENT}, {@link BundleProblem#TOO_HEAVY}, {@link OrderProblem#SHIPPING_NOT_COVERED} or
     * {@link io.xunshi.platform.shipping.ShippingProblem#NOT_SHIPPED_THERE}.
     */
    Sending send(List<ListingView> things, List<Money> prices, String province) {
        var terms = things.stream().map(ListingView::shipping).toList();
        if (terms.contains(null)) {
            throw BundleProblem.NOT_SENT.raise(titles(
                    things.stream().filter(thing -> thing.shipping() == null).toList()));
        }
        var grams = terms.stream()
                .mapToInt(one -> Objects.requireNonNull(one).parcelGrams())
                .sum();
        if (grams > ShippingTerms.PARCEL_GRAMS_MAX) {
            throw BundleProblem.TOO_HEAVY.raise(ShippingTerms.PARCEL_GRAMS_MAX / 1000);
        }
        var isFree = terms.stream().allMatch(one -> Objects.requireNonNull(one).payer() == ShippingPayer.SELLER);
        var quote = tariffs.quote(province, grams);
        var deliveries = deliveries(prices, quote, isFree ? ShippingPayer.SELLER : ShippingPayer.BUYER);
        requireCovered(prices, deliveries);
        return new Sending(deliveries, grams, quote.daysMin(), quote.daysMax());
    }

    /** Each purchase has its share of what the parcel costs, and of what the carrier pays if it is lost. */
    private static List<Delivery> deliveries(List<Money> prices, ShippingQuote quote, ShippingPayer payer) {
        var weights = prices.stream().map(Money::amount).toList();
        var costs = Apportionment.of(quote.price().amount(), weights, 1);
        var coverage = Apportionment.of(quote.coverage().amount(), weights, 0);
        return IntStream.range(0, prices.size())
                .mapToObj(i -> new Delivery(
                        payer, Money.fen(costs.get(i)), quote.tariff(), Money.fen(coverage.get(i)), false, false))
                .toList();
    }

    private static void requireCovered(List<Money> prices, List<Delivery> deliveries) {
        var isCovered = IntStream.range(0, prices.size())
                .allMatch(i -> deliveries.get(i).payer() == ShippingPayer.BUYER
                        || prices.get(i)
                                        .minus(FeeRule.CURRENT.feeOf(prices.get(i)))
                                        .compareTo(deliveries.get(i).shipping())
                                >= 0);
        if (!isCovered) {
            throw OrderProblem.SHIPPING_NOT_COVERED.raise();
        }
    }

    static String titles(List<ListingView> things) {
        return things.stream().map(ListingView::title).collect(Collectors.joining("、"));
    }

    /** Why a thing cannot be bought with others. */
    public enum Hindrance {
        NONE,
        /** Promised to somebody, sold or taken back. */
        GONE,
        NOT_FOR_SALE,
        KEPT_AT_POINT
    }

    /** @param price in the bundle; nothing where it is not in it */
    public record QuotedThing(ListingView listing, Hindrance hindrance, Money price) {}

    /** @param deliveries one for each thing */
    public record Sending(List<Delivery> deliveries, int grams, int daysMin, int daysMax) {

        /** What the buyer pays for it. */
        public Money onTop() {
            return deliveries.stream().map(Delivery::onTop).reduce(Money.fen(0), Money::plus);
        }
    }

    /**
     * @param prices of those things that nothing hinders
     * @param sending null where nobody asked for a province
     * @param canBeSent whether all of them can
     */
    public record BundleQuote(
            AccountId seller,
            List<QuotedThing> things,
            BundleDiscount discount,
            BundlePrices prices,
            @Nullable Sending sending,
            boolean canBeSent) {}
}
