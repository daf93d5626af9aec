package io.xunshi.platform.auction.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How late bids move the end (延时), so that nobody wins by being the last second's bidder: a bid within the window
 * before the end gives everybody a whole window to answer.
 *
 * @param window two to ten minutes
 * @param most how often the end may be moved; null without a limit
 */
public record LateBids(Duration window, @Nullable Integer most) {
    public static final Duration WINDOW_MIN = Duration.ofSeconds(120);
    public static final Duration WINDOW_MAX = Duration.ofSeconds(600);

    /** Five minutes, as often as it takes. */
    public static final LateBids DEFAULT = new LateBids(Duration.ofSeconds(300), null);

    public LateBids {
        if (window.compareTo(WINDOW_MIN) < 0 || window.compareTo(WINDOW_MAX) > 0) {
            throw new IllegalArgumentException("The window is two to ten minutes: " + window);
        }
        if (most != null && most < 0) {
            throw new IllegalArgumentException("The end cannot be moved less than never: " + most);
        }
    }

    /**
     * The end after a bid: a window after it if that is later than the end so far, which is so from a window before the
     * end on.
     *
     * @param endsAt the end so far
     * @param moved how often it was moved so far
     * @param at when the bid was taken
     */
    Instant endAfter(Instant endsAt, int moved, Instant at) {
        var later = at.plus(window);
        return later.isAfter(endsAt) && (most == null || moved < most) ? later : endsAt;
    }
}
