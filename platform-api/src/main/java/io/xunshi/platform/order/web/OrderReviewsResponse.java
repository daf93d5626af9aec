package io.xunshi.platform.order.web;

import io.xunshi.platform.order.domain.Review;
import io.xunshi.platform.order.usecase.FindReviews.OrderReviews;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The reviews of a purchase as one of its sides may see them.
 *
 * @param mine sealed or not
 * @param theirs null while it is sealed
 * @param closesAt when what is sealed opens and nothing more can be said
 * @param open whether the reader may give or change theirs
 */
record OrderReviewsResponse(@Nullable Given mine, @Nullable Given theirs, Instant closesAt, boolean open) {

    static OrderReviewsResponse of(OrderReviews reviews) {
        return new OrderReviewsResponse(
                Given.of(reviews.mine()), Given.of(reviews.theirs()), reviews.closesAt(), reviews.isOpen());
    }

    /** @param rating 1 to 5 */
    record Given(int rating, String words, Instant givenAt) {

        static @Nullable Given of(@Nullable Review review) {
            return review == null ? null : new Given(review.rating(), review.words(), review.givenAt());
        }
    }
}
