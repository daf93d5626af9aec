package io.xunshi.platform.order.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.AccountView;
import io.xunshi.platform.identity.Accounts;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.listing.GiftChoice;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingView;
import io.xunshi.platform.listing.Listings;
import io.xunshi.platform.order.GiftAskState;
import io.xunshi.platform.order.GiftId;
import io.xunshi.platform.order.GiftProblem;
import io.xunshi.platform.order.GiftSide;
import io.xunshi.platform.order.domain.Gift;
import io.xunshi.platform.order.domain.GiftAsk;
import io.xunshi.platform.order.domain.GiftDraw;
import io.xunshi.platform.order.domain.GiftRecord;
import io.xunshi.platform.order.domain.GiftStep;
import io.xunshi.platform.order.domain.TradeRecord;
import io.xunshi.platform.order.storage.GiftAskRepository;
import io.xunshi.platform.order.storage.GiftRepository;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Shows people what they give and ask for, and everybody how a draw went. */
@Component
public class FindGifts {
    private final GiftRepository gifts;
    private final GiftAskRepository asks;
    private final Listings listings;
    private final Accounts accounts;
    private final Clock clock;

    FindGifts(GiftRepository gifts, GiftAskRepository asks, Listings listings, Accounts accounts, Clock clock) {
        this.gifts = gifts;
        this.asks = asks;
        this.listings = listings;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Raises {@link GiftProblem#NOT_FOUND}, for a stranger's gift too. */
    public Mono<WholeGift> find(AccountId person, GiftId id) {
        return gifts.find(id)
                .flatMap(gift -> whole(gift, person))
                .filter(whole -> whole.sideOf(person) != null)
                .switchIfEmpty(Mono.error(GiftProblem.NOT_FOUND::raise));
    }

    /**
     * The newest round over a listing, as a visitor sees it. Raises {@link GiftProblem#NOT_FOUND} for a thing that
     * never was given away, or was published a moment ago.
     *
     * @param person null for somebody who is not signed in
     */
    public Mono<WholeGift> findOf(ListingId listing, @Nullable AccountId person) {
        return gifts.findOf(listing)
                .switchIfEmpty(Mono.error(GiftProblem.NOT_FOUND::raise))
                .flatMap(gift -> whole(gift, person));
    }

    /** Newest first. */
    public Mono<Page<WholeGift>> findOf(AccountId person, GiftSide side, @Nullable Cursor after, int limit) {
        return gifts.findOf(person, side, after, limit + 1)
                .collectList()
                .map(rows -> Page.ofOneMore(
                        rows, limit, row -> new Cursor(row.openedAt(), row.id().value())))
                .flatMap(page -> Mono.just(page.items())
                        .flatMapIterable(items -> items)
                        .concatMap(gift -> whole(gift, person))
                        .collectList()
                        .map(items -> new Page<>(items, page.nextCursor())));
    }

    /** A gift with everything that its page shows to the person. */
    public Mono<WholeGift> whole(Gift gift, @Nullable AccountId person) {
        return visibleAsks(gift, person)
                .collectList()
                .flatMap(visible -> asks.countOpen(gift.id())
                        .flatMap(open -> gifts.stepsOf(gift.id())
                                .collectList()
                                .flatMap(steps -> shown(gift, person, visible, open, steps))));
    }

    /** Everybody's to the giver, their own to others: askers do not see each other. */
    private Flux<GiftAsk> visibleAsks(Gift gift, @Nullable AccountId person) {
        if (person == null) {
            return Flux.empty();
        }
        return gift.giver().equals(person)
                ? asks.findAll(gift.id())
                : asks.findOf(gift.id(), person)
                        .filter(ask -> ask.state() != GiftAskState.WITHDRAWN)
                        .flux();
    }

    /** Raises {@link GiftProblem#NOT_FOUND} or {@link GiftProblem#NOT_DRAWN}. */
    public Mono<Draw> drawOf(GiftId id) {
        return gifts.find(id)
                .switchIfEmpty(Mono.error(GiftProblem.NOT_FOUND::raise))
                .filter(gift -> gift.terms().choice() == GiftChoice.DRAW && gift.drawnAt() != null)
                .switchIfEmpty(Mono.error(GiftProblem.NOT_DRAWN::raise))
                .flatMap(gift -> asks.drawnTickets(id)
                        .collectList()
                        .map(order -> new Draw(
                                gift.commitment(),
                                gift.seed(),
                                order.stream().sorted().toList(),
                                GiftDraw.digestOf(order),
                                order)));
    }

    private Mono<WholeGift> shown(
            Gift gift, @Nullable AccountId person, List<GiftAsk> visible, long open, List<GiftStep> steps) {
        var people = Stream.concat(Stream.of(gift.giver()), visible.stream().map(GiftAsk::asker))
                .distinct()
                .toList();
        return accounts.findAll(people)
                .collectMap(AccountView::id)
                .flatMap(known -> asks.recordsOf(people, TradeRecord.since(clock.instant()))
                        .flatMap(records -> listings.find(gift.listing())
                                .map(listing ->
                                        new WholeGift(gift, listing, visible, open, steps, person, known, records))));
    }

    /**
     * @param asks those that the reader may see, in the order of asking; none that was taken back
     * @param openAsks how many wait or have a promise
     * @param reader null for somebody who is not signed in
     * @param records without those of whom there is nothing to say
     */
    public record WholeGift(
            Gift gift,
            ListingView listing,
            List<GiftAsk> asks,
            long openAsks,
            List<GiftStep> steps,
            @Nullable AccountId reader,
            Map<AccountId, AccountView> people,
            Map<AccountId, GiftRecord> records) {

        /** The reader's own; null where they do not ask. */
        public @Nullable GiftAsk ownAsk() {
            return asks.stream()
                    .filter(ask -> ask.asker().equals(reader))
                    .findFirst()
                    .orElse(null);
        }

        /** Null for whom it does not concern. */
        public @Nullable GiftSide side() {
            return reader == null ? null : sideOf(reader);
        }

        public AccountView person(AccountId id) {
            return Objects.requireNonNull(people.get(id), "an account without a view");
        }

        public GiftRecord recordOf(AccountId id) {
            return records.getOrDefault(id, GiftRecord.NONE);
        }

        private @Nullable GiftSide sideOf(AccountId person) {
            if (gift.giver().equals(person)) {
                return GiftSide.GIVER;
            }
            return asks.stream().anyMatch(ask -> ask.asker().equals(person)) ? GiftSide.ASKER : null;
        }
    }

    /**
     * Everything that it takes to recompute a draw.
     *
     * @param commitment what was public before anybody asked
     * @param tickets what was drawn from, ascending
     * @param digest what stands for the set of the tickets
     * @param order the same tickets as the thing is offered
     */
    public record Draw(String commitment, String seed, List<String> tickets, String digest, List<String> order) {}
}
