package io.xunshi.platform.order.usecase;

import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.order.OrderEvents.OrderReviewed;
import io.xunshi.platform.order.OrderId;
import io.xunshi.platform.order.OrderProblem;
import io.xunshi.platform.order.domain.Order;
import io.xunshi.platform.order.domain.Review;
import io.xunshi.platform.order.storage.OrderRepository;
import io.xunshi.platform.order.storage.ReviewRepository;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Lets a side of a completed purchase say what it thinks of the other, once and sealed. */
@Component
public class ReviewOrder {
    private final OrderRepository orders;
    private final ReviewRepository reviews;
    private final EventPublisher events;
    private final IdGenerator ids;
    private final Clock clock;

    ReviewOrder(OrderRepository orders, ReviewRepository reviews, EventPublisher events, IdGenerator ids, Clock clock) {
        this.orders = orders;
        this.reviews = reviews;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Gives a review or, while it is sealed, changes it. Raises {@link OrderProblem#WRONG_STATE} for a purchase that is
     * not complete, and {@link OrderProblem#REVIEW_CLOSED} once the review is revealed or the window has closed.
     */
    @Transactional
    public Mono<Void> review(AccountId person, OrderId id, int rating, String words) {
        var now = clock.instant();
        return MoveOrder.visibleTo(person, orders.find(id))
                .flatMap(order -> reviews.completionForReview(id)
                        .switchIfEmpty(Mono.error(OrderProblem.WRONG_STATE::raise))
                        .map(completedAt -> Review.of(order, person, rating, words, completedAt, now))
                        .flatMap(review -> give(order, review, now)));
    }

    private Mono<Void> give(Order order, Review review, Instant now) {
        return review.isRevealedAt(now)
                ? Mono.error(OrderProblem.REVIEW_CLOSED.raise())
                : reviews.give(review)
                        .filter(given -> given)
                        .switchIfEmpty(Mono.error(OrderProblem.REVIEW_CLOSED::raise))
                        .then(reviews.revealBoth(order.id(), now))
                        .then(events.publish(new OrderReviewed(ids.next(), now, order.facts(), review.author())));
    }
}
