package io.xunshi.platform.wanted.domain;

import io.xunshi.platform.identity.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A wanted post (求购).
 *
 * @param rules the versions of rules that sent it to a moderator
 * @param refused null unless a moderator refused it
 * @param answers how many listings sellers have pointed to
 * @param version grows with every change, of state too
 */
public record WantedPost(
        UUID id,
        AccountId account,
        PostState state,
        Wish wish,
        List<String> rules,
        @Nullable Refused refused,
        long answers,
        long version,
        Instant postedAt,
        Instant endsAt) {

    public WantedPost {
        rules = List.copyOf(rules);
    }

    public boolean isOf(@Nullable AccountId person) {
        return account.equals(person);
    }

    /** @param remark for the owner; may be empty */
    public record Refused(PostRefusal reason, String remark) {}
}
