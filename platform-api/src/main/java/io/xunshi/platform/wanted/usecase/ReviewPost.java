package io.xunshi.platform.wanted.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.messaging.Notices;
import io.xunshi.platform.messaging.Notices.Kind;
import io.xunshi.platform.messaging.Notices.Notice;
import io.xunshi.platform.regulation.TradeRules;
import io.xunshi.platform.regulation.Verdict;
import io.xunshi.platform.wanted.WantedProblem;
import io.xunshi.platform.wanted.domain.PostState;
import io.xunshi.platform.wanted.domain.WantedPost;
import io.xunshi.platform.wanted.domain.WantedPost.Refused;
import io.xunshi.platform.wanted.storage.PostRepository;
import io.xunshi.platform.wanted.usecase.FindPosts.Posted;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** A moderator's look at posts that the trade rules leave open. Of two moderators the first decides. */
@Component
public class ReviewPost {
    private final PostRepository posts;
    private final FindPosts findPosts;
    private final KeepWatch keepWatch;
    private final TradeRules tradeRules;
    private final Notices notices;
    private final IdGenerator ids;
    private final Clock clock;

    ReviewPost(
            PostRepository posts,
            FindPosts findPosts,
            KeepWatch keepWatch,
            TradeRules tradeRules,
            Notices notices,
            IdGenerator ids,
            Clock clock) {
        this.posts = posts;
        this.findPosts = findPosts;
        this.keepWatch = keepWatch;
        this.tradeRules = tradeRules;
        this.notices = notices;
        this.ids = ids;
        this.clock = clock;
    }

    /** The longest waiting first. */
    public Mono<Page<Posted>> findFor(AccountId moderator, @Nullable Cursor after, int limit) {
        return posts.findInReviewFor(moderator, after, limit + 1)
                .collectList()
                .map(rows -> Page.ofOneMore(rows, limit, post -> new Cursor(post.postedAt(), post.id())))
                .flatMap(findPosts::posted);
    }

    /**
     * Raises {@link WantedProblem#NOT_FOUND}, {@link WantedProblem#REVIEW_CLOSED},
     * {@link WantedProblem#NOT_YOURS_TO_DECIDE}, and what the rules forbid by now, whoever looks at it.
     *
     * @param refused null to let it through
     */
    @Transactional
    public Mono<WantedPost> decide(AccountId moderator, UUID id, @Nullable Refused refused) {
        return posts.decide(id, moderator, refused)
                .switchIfEmpty(Mono.defer(() -> whyNot(moderator, id)))
                .doOnNext(this::checkNotForbidden)
                .delayUntil(keepWatch::follow)
                .delayUntil(this::tell);
    }

    private Mono<WantedPost> whyNot(AccountId moderator, UUID id) {
        return posts.find(id)
                .switchIfEmpty(Mono.error(WantedProblem.NOT_FOUND::raise))
                .flatMap(post -> Mono.error(
                        post.isOf(moderator)
                                ? WantedProblem.NOT_YOURS_TO_DECIDE.raise()
                                : WantedProblem.REVIEW_CLOSED.raise()));
    }

    private void checkNotForbidden(WantedPost post) {
        if (post.state() == PostState.OPEN
                && tradeRules.judgeWish(PostWish.goods(post.id(), post.account(), post.wish()))
                        instanceof Verdict.Refused forbidden) {
            throw TradeRules.refusal(forbidden.rules());
        }
    }

    private Mono<Void> tell(WantedPost post) {
        return notices.tell(
                List.of(new Notice(
                        post.account(), Map.of("title", post.wish().words(), "path", "/wanted/" + post.id()))),
                post.state() == PostState.OPEN ? Kind.WANTED_APPROVED : Kind.WANTED_REFUSED,
                post.id(),
                ids.next(),
                clock.instant());
    }
}
