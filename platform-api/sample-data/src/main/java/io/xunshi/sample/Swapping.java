package io.xunshi.sample;

import io.xunshi.platform.catalog.Catalog;
import io.xunshi.platform.catalog.Category;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.listing.ListingView;
import io.xunshi.platform.listing.Listings;
import io.xunshi.platform.listing.SwapTerms;
import io.xunshi.platform.order.domain.Swap;
import io.xunshi.platform.order.domain.SwapParty;
import io.xunshi.platform.order.usecase.ChangeSwap;
import io.xunshi.platform.order.usecase.ProposeSwap;
import io.xunshi.platform.order.usecase.ProposeSwap.Given;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who would swap what for what, a few swaps that are done, and some that a demo account has to answer or waits for. */
class Swapping {
    /** Every so manieth thing is open to swaps. */
    private static final int ONE_IN = 6;

    private static final int WISHES = 4;
    private static final int LOOKED_AT = 400;
    private static final int DONE = 4;

    private final Listings listings;
    private final ProposeSwap proposeSwap;
    private final ChangeSwap changeSwap;

    Swapping(Listings listings, ProposeSwap proposeSwap, ChangeSwap changeSwap) {
        this.listings = listings;
        this.proposeSwap = proposeSwap;
        this.changeSwap = changeSwap;
    }

    /** Null for what its owner only sells. */
    static @Nullable SwapTerms wishesFor(int number, Catalog catalog) {
        if (number % ONE_IN != 0) {
            return null;
        }
        var leaves = catalog.categories().stream()
                .filter(Category::isLeaf)
                .map(Category::code)
                .toList();
        return new SwapTerms(
                new Random(number)
                        .ints(WISHES, 0, leaves.size())
                        .mapToObj(leaves::get)
                        .toList(),
                "");
    }

    /** A proposal to the demo account and one of theirs, and some swaps between others that are done. */
    Mono<Void> happen(AccountId demo) {
        return listings.openToSwap(LOOKED_AT).collectList().flatMap(open -> happen(demo, open));
    }

    private Mono<Void> happen(AccountId demo, List<ListingView> open) {
        var own = open.stream().filter(thing -> thing.seller().equals(demo)).toList();
        var others = open.stream()
                .filter(thing -> !thing.seller().equals(demo))
                .collect(Collectors.toMap(ListingView::seller, thing -> thing, (one, two) -> one))
                .values()
                .stream()
                .sorted(Comparator.comparing(ListingView::code))
                .toList();
        if (own.isEmpty() || others.size() < 2 * (DONE + 1)) {
            return Mono.empty();
        }
        return propose(others.getFirst(), own.getFirst(), "周末可以当面换，想要请告诉我")
                .then(propose(own.getLast(), others.get(1), "我的这件几乎没用过"))
                .thenMany(Flux.fromStream(IntStream.range(1, DONE + 1).boxed()))
                .concatMap(n ->
                        propose(others.get(2 * n), others.get(2 * n + 1), "").flatMap(this::complete))
                .then();
    }

    private Mono<Swap> propose(ListingView given, ListingView wanted, String note) {
        return proposeSwap.propose(
                given.seller(),
                List.of(new Given(given.id(), Money.fen(0)), new Given(wanted.id(), Money.fen(0))),
                note);
    }

    private Mono<Swap> complete(Swap swap) {
        var asked = swap.ring().parties().getLast().person();
        return changeSwap
                .consent(asked, swap.id())
                .flatMap(agreed -> Flux.fromIterable(agreed.ring().parties())
                        .concatMap(party -> handOver(agreed, party))
                        .last());
    }

    private Mono<Swap> handOver(Swap swap, SwapParty party) {
        var receiver = swap.ring().receiverOf(party);
        return changeSwap.handOver(party.person(), swap.id(), receiver.code());
    }
}
