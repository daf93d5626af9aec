package io.xunshi.platform.wanted.web;

import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.wanted.domain.PostRefusal;
import io.xunshi.platform.wanted.domain.PostState;
import io.xunshi.platform.wanted.domain.WantedPost;
import io.xunshi.platform.wanted.domain.Wish;
import io.xunshi.platform.wanted.usecase.FindPosts.Posted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A wanted post as everybody reads it.
 *
 * @param answers what the thing must answer to its category's questions
 * @param maxPrice null where it is open
 * @param leastCondition null where any grade will do
 * @param districtCode null for the whole city
 * @param withinKm from the district's centre; null for the district alone
 * @param answerCount how many listings sellers have pointed to
 * @param refusal null unless a moderator refused it, which only its owner reads
 * @param remark what the moderator says to it; null unless it was refused
 */
record WantedPostResponse(
        UUID id,
        PostState state,
        String words,
        String description,
        String categoryCode,
        Map<String, String> answers,
        @Nullable Money maxPrice,
        @Nullable String leastCondition,
        @Nullable String districtCode,
        @Nullable Integer withinKm,
        LocalDate lastDay,
        Person person,
        long answerCount,
        @Nullable PostRefusal refusal,
        @Nullable String remark,
        long version,
        Instant postedAt) {

    static WantedPostResponse of(Posted posted) {
        return of(
                posted.post(),
                posted.post().wish(),
                new Person(posted.person().id().value(), posted.person().displayName()));
    }

    private static WantedPostResponse of(WantedPost post, Wish wish, Person person) {
        var refused = post.refused();
        return new WantedPostResponse(
                post.id(),
                post.state(),
                wish.words(),
                wish.description(),
                wish.categoryCode(),
                wish.answers(),
                wish.maxPrice(),
                wish.leastCondition(),
                wish.districtCode(),
                wish.withinKm(),
                wish.lastDay(),
                person,
                post.answers(),
                refused == null ? null : refused.reason(),
                refused == null ? null : refused.remark(),
                post.version(),
                post.postedAt());
    }

    record Person(UUID id, String displayName) {}
}
