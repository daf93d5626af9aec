package io.xunshi.platform.order.domain;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.order.OrderId;
import io.xunshi.platform.order.Side;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;

/**
 * What one side of a completed purchase says of the other (评价).
 *
 * @param side the author's
 * @param rating 1 to 5, 5 the best
 * @param words may be empty; in one written form (NFC) without surrounding blanks
 * @param revealsAt from when on anybody but the author may read it
 */
public record Review(
        OrderId order,
        AccountId author,
        AccountId about,
        Side side,
        int rating,
        String words,
        Instant givenAt,
        Instant revealsAt) {

    /**
     * How long after its completion a purchase can be reviewed. A review stays sealed as long, unless the other side
     * has spoken, too: whoever could read first would answer in kind.
     */
    public static final Duration WINDOW = Duration.ofDays(7);

    public Review {
        words = Normalizer.normalize(words, Normalizer.Form.NFC).strip();
        if (rating < 1 || rating > 5) {
            throw new IllegalArgumentException("A rating is from 1 to 5: " + rating);
        }
    }

    /** What a side of the purchase says now; sealed until the window closes. */
    public static Review of(Order order, AccountId author, int rating, String words, Instant completedAt, Instant now) {
        var side = order.sideOf(author);
        var about = side == Side.BUYER ? order.seller() : order.buyer();
        return new Review(order.id(), author, about, side, rating, words, now, completedAt.plus(WINDOW));
    }

    public boolean isRevealedAt(Instant now) {
        return !revealsAt.isAfter(now);
    }
}
