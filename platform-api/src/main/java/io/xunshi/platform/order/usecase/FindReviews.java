package io.xunshi.platform.order.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.AccountView;
import io.xunshi.platform.identity.Accounts;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.order.OrderId;
import io.xunshi.platform.order.OrderProblem;
import io.xunshi.platform.order.domain.Review;
import io.xunshi.platform.order.domain.TradeRecord;
import io.xunshi.platform.order.storage.OrderRepository;
import io.xunshi.platform.order.storage.ReviewRepository;
import io.xunshi.platform.order.storage.ReviewRepository.TitledReview;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Shows what was said and done; what is sealed is shown to its author alone. */
@Component
public class FindReviews {
    private final OrderRepository orders;
    private final ReviewRepository reviews;
    private final Accounts accounts;
    private final Clock clock;

    FindReviews(OrderRepository orders, ReviewRepository reviews, Accounts accounts, Clock clock) {
        this.orders = orders;
        this.reviews = reviews;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * The reviews of a purchase as one of its sides may see them. Raises {@link OrderProblem#NOT_FOUND} for a stranger,
     * {@link OrderProblem#WRONG_STATE} for a purchase that is not complete.
     */
    public Mono<OrderReviews> ofOrder(AccountId reader, OrderId id) {
        var now = clock.instant();
        return MoveOrder.visibleTo(reader, orders.find(id))
                .then(reviews.completionOf(id))
                .switchIfEmpty(Mono.error(OrderProblem.WRONG_STATE::raise))
                .flatMap(completedAt -> reviews.findOfOrder(id)
                        .collectMap(Review::author)
                        .map(given -> seenBy(reader, given, completedAt, now)));
    }

    /** What may be read about a person, last revealed first. */
    public Mono<Page<SignedReview>> about(AccountId person, @Nullable Cursor after, int limit) {
        return reviews.findAbout(person, clock.instant(), after, limit + 1)
                .collectList()
                .map(rows -> Page.ofOneMore(
                        rows,
                        limit,
                        row -> new Cursor(
                                row.review().revealsAt(), row.review().order().value())))
                .flatMap(this::signed);
    }

    /** Raises {@link OrderProblem#NO_SUCH_PERSON}. */
    public Mono<Profile> profileOf(AccountId person) {
        var now = clock.instant();
        return accounts.find(person)
                .switchIfEmpty(Mono.error(OrderProblem.NO_SUCH_PERSON::raise))
                .flatMap(account -> reviews.recordOf(person, TradeRecord.since(now), now)
                        .map(trades -> new Profile(account, trades)));
    }

    private static OrderReviews seenBy(
            AccountId reader, Map<AccountId, Review> given, Instant completedAt, Instant now) {
        var closesAt = completedAt.plus(Review.WINDOW);
        var mine = given.get(reader);
        var theirs = given.values().stream()
                .filter(review -> review.about().equals(reader))
                .filter(review -> review.isRevealedAt(now))
                .findFirst()
                .orElse(null);
        var isOpen = closesAt.isAfter(now) && (mine == null || !mine.isRevealedAt(now));
        return new OrderReviews(mine, theirs, closesAt, isOpen);
    }

    private Mono<Page<SignedReview>> signed(Page<TitledReview> page) {
        return accounts.findAll(page.items().stream()
                        .map(row -> row.review().author())
                        .distinct()
                        .toList())
                .collectMap(AccountView::id)
                .map(people -> page.map(row -> new SignedReview(
                        row.review(), row.title(), people.get(row.review().author()))));
    }

    /**
     * @param mine the reader's own, sealed or not
     * @param theirs the other side's; null while it is sealed, so that nobody learns whether there is one
     * @param isOpen whether the reader may give or change theirs
     */
    public record OrderReviews(
            @Nullable Review mine, @Nullable Review theirs, Instant closesAt, boolean isOpen) {}

    /** @param author null where the account is gone */
    public record SignedReview(
            Review review, String title, @Nullable AccountView author) {}

    public record Profile(AccountView account, TradeRecord trades) {}
}
