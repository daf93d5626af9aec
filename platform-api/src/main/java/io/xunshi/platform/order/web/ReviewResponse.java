package io.xunshi.platform.order.web;

import io.xunshi.platform.order.Side;
import io.xunshi.platform.order.usecase.FindReviews.SignedReview;
import java.time.Instant;
import java.util.UUID;

/**
 * A revealed review for everybody.
 *
 * @param side the author's
 * @param rating 1 to 5
 * @param title of what was bought
 * @param authorName empty where the account is gone
 */
record ReviewResponse(
        UUID orderId, Side side, int rating, String words, Instant givenAt, String title, String authorName) {

    static ReviewResponse of(SignedReview signed) {
        var review = signed.review();
        return new ReviewResponse(
                review.order().value(),
                review.side(),
                review.rating(),
                review.words(),
                review.givenAt(),
                signed.title(),
                signed.author() == null ? "" : signed.author().displayName());
    }
}
