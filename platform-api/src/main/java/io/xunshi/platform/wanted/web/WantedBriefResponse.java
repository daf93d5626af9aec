package io.xunshi.platform.wanted.web;

import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.wanted.domain.WantedPost;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A wanted post in one line.
 *
 * @param maxPrice null where it is open
 */
record WantedBriefResponse(UUID id, String words, @Nullable Money maxPrice, Instant postedAt) {
    static WantedBriefResponse of(WantedPost post) {
        return new WantedBriefResponse(
                post.id(), post.wish().words(), post.wish().maxPrice(), post.postedAt());
    }
}
