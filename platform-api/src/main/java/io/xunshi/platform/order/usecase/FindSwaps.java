package io.xunshi.platform.order.usecase;

import io.xunshi.platform.catalog.Catalog;
import io.xunshi.platform.catalog.Category;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.AccountView;
import io.xunshi.platform.identity.Accounts;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.listing.Listings;
import io.xunshi.platform.media.PhotoId;
import io.xunshi.platform.media.PhotoView;
import io.xunshi.platform.media.Photos;
import io.xunshi.platform.order.SwapId;
import io.xunshi.platform.order.domain.Swap;
import io.xunshi.platform.order.domain.SwapMatcher;
import io.xunshi.platform.order.domain.SwapMatcher.Suggestion;
import io.xunshi.platform.order.domain.SwapParty;
import io.xunshi.platform.order.domain.SwapStep;
import io.xunshi.platform.order.storage.SwapRepository;
import io.xunshi.platform.payment.PaymentView;
import io.xunshi.platform.payment.Payments;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Shows people their swaps, and what they could swap. */
@Component
public class FindSwaps {
    private final SwapRepository swaps;
    private final SwapMatcher matcher;
    private final Listings listings;
    private final Payments payments;
    private final Accounts accounts;
    private final Photos photos;
    private final SwapSettings settings;

    FindSwaps(
            SwapRepository swaps,
            Catalog catalog,
            Listings listings,
            Payments payments,
            Accounts accounts,
            Photos photos,
            SwapSettings settings) {
        this.swaps = swaps;
        matcher = new SwapMatcher(code -> catalog.category(code).map(Category::parent));
        this.listings = listings;
        this.payments = payments;
        this.accounts = accounts;
        this.photos = photos;
        this.settings = settings;
    }

    /**
     * Found by its own id, or by that of a party's payment, to which the payment provider sends people back. Raises
     * {@link io.xunshi.platform.order.SwapProblem#NOT_FOUND}, for a stranger's swap too.
     */
    public Mono<WholeSwap> find(AccountId person, SwapId id) {
        return MoveSwap.visibleTo(person, swaps.find(id).switchIfEmpty(Mono.defer(() -> swaps.findByParty(id.value()))))
                .flatMap(this::whole);
    }

    /** Newest first. */
    public Mono<Page<WholeSwap>> findOf(AccountId person, @Nullable Cursor after, int limit) {
        return swaps.findOf(person, after, limit + 1)
                .collectList()
                .map(rows -> Page.ofOneMore(
                        rows,
                        limit,
                        row -> new Cursor(row.proposedAt(), row.id().value())))
                .flatMap(this::brief);
    }

    /** Rings that begin with a thing of the person, the fairest first; at most as many as the settings say. */
    public Mono<List<Suggestion>> suggest(AccountId person) {
        return listings.openToSwap(settings.wishesMax())
                .collectList()
                .map(open -> matcher.suggest(person, open, settings.suggestionsMax()));
    }

    /** A swap with everything that its page shows. */
    public Mono<WholeSwap> whole(Swap swap) {
        return swaps.stepsOf(swap.id())
                .collectList()
                .flatMap(steps -> paymentsOf(swap).flatMap(paid -> shown(swap, steps, paid)));
    }

    private Mono<Map<UUID, PaymentView>> paymentsOf(Swap swap) {
        return Flux.fromIterable(swap.ring().payers())
                .concatMap(payer -> payments.findByOrder(payer.id()))
                .collectMap(PaymentView::orderId);
    }

    private Mono<WholeSwap> shown(Swap swap, List<SwapStep> steps, Map<UUID, PaymentView> paid) {
        return people(List.of(swap))
                .flatMap(people ->
                        pictures(List.of(swap)).map(found -> new WholeSwap(swap, steps, paid, people, found)));
    }

    private Mono<Page<WholeSwap>> brief(Page<Swap> page) {
        return people(page.items())
                .flatMap(people -> pictures(page.items())
                        .map(found -> page.map(swap -> new WholeSwap(swap, List.of(), Map.of(), people, found))));
    }

    private Mono<Map<AccountId, AccountView>> people(List<Swap> several) {
        return accounts.findAll(parties(several).stream()
                        .map(SwapParty::person)
                        .distinct()
                        .toList())
                .collectMap(AccountView::id);
    }

    private Mono<Map<PhotoId, PhotoView>> pictures(List<Swap> several) {
        return photos.find(parties(several).stream()
                        .flatMap(party -> party.thing().photoIds().stream().limit(1))
                        .map(PhotoId::new)
                        .toList())
                .collectMap(PhotoView::id);
    }

    private static List<SwapParty> parties(List<Swap> several) {
        return several.stream().flatMap(swap -> swap.ring().parties().stream()).toList();
    }

    /**
     * @param steps empty in lists
     * @param payments by party; empty in lists
     */
    public record WholeSwap(
            Swap swap,
            List<SwapStep> steps,
            Map<UUID, PaymentView> payments,
            Map<AccountId, AccountView> people,
            Map<PhotoId, PhotoView> pictures) {}
}
