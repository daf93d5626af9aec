package io.xunshi.platform.wanted.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.wanted.WantedProblem;
import io.xunshi.platform.wanted.domain.PostState;
import io.xunshi.platform.wanted.domain.WantedPost;
import io.xunshi.platform.wanted.storage.PostRepository;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Ends a post: its owner has found the thing, or looks for it no longer. */
@Component
public class EndPost {
    private final PostRepository posts;
    private final KeepWatch keepWatch;
    private final Clock clock;

    EndPost(PostRepository posts, KeepWatch keepWatch, Clock clock) {
        this.posts = posts;
        this.keepWatch = keepWatch;
        this.clock = clock;
    }

    /** Raises {@link WantedProblem#NOT_FOUND} and {@link WantedProblem#ENDED}. */
    @Transactional
    public Mono<WantedPost> end(AccountId person, UUID id, boolean isFound) {
        var as = isFound ? PostState.FOUND : PostState.WITHDRAWN;
        return posts.find(id)
                .filter(post -> post.isOf(person))
                .switchIfEmpty(Mono.error(WantedProblem.NOT_FOUND::raise))
                .filter(post -> post.state().next().contains(as))
                .flatMap(post -> posts.end(id, as, clock.instant()))
                .switchIfEmpty(Mono.error(WantedProblem.ENDED::raise))
                .delayUntil(keepWatch::follow);
    }
}
