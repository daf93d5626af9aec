package io.xunshi.platform.wanted.usecase;

import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.messaging.Notices;
import io.xunshi.platform.messaging.Notices.Kind;
import io.xunshi.platform.messaging.Notices.Notice;
import io.xunshi.platform.wanted.domain.WantedPost;
import io.xunshi.platform.wanted.storage.PostRepository;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Announces the end of posts and ends them. Any replica may run it: of two that try, one moves the post and the other
 * nothing.
 */
@Component
public class RunPostTimers {
    private static final Logger log = LoggerFactory.getLogger(RunPostTimers.class);
    private static final int BATCH = 200;

    private final PostRepository posts;
    private final KeepWatch keepWatch;
    private final Notices notices;
    private final TransactionalOperator transaction;
    private final IdGenerator ids;
    private final Clock clock;

    RunPostTimers(
            PostRepository posts,
            KeepWatch keepWatch,
            Notices notices,
            TransactionalOperator transaction,
            IdGenerator ids,
            Clock clock) {
        this.posts = posts;
        this.keepWatch = keepWatch;
        this.notices = notices;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${xunshi.wanted.timer-interval:1m}")
    public Mono<Void> runDue() {
        return Mono.defer(() -> runDue(clock.instant()));
    }

    private Mono<Void> runDue(Instant now) {
        return posts.findDue(now, BATCH)
                .collectList()
                .flatMapIterable(due -> due)
                .concatMap(due -> run(due, now))
                .then();
    }

    private Mono<Void> run(WantedPost due, Instant now) {
        return (due.endsAt().isAfter(now) ? remind(due, now) : expire(due, now))
                .as(transaction::transactional)
                .onErrorResume(error -> {
                    log.warn("The timer of wanted post {} will be run again: {}", due.id(), error.toString());
                    return Mono.empty();
                });
    }

    private Mono<Void> expire(WantedPost due, Instant now) {
        return posts.expire(due.id(), now).flatMap(keepWatch::follow);
    }

    private Mono<Void> remind(WantedPost due, Instant now) {
        return posts.claimReminder(due.id(), now)
                .flatMap(post -> notices.tell(
                        List.of(new Notice(
                                post.account(), Map.of("title", post.wish().words(), "path", "/wanted/" + post.id()))),
                        Kind.WANTED_ENDING,
                        post.id(),
                        ids.next(),
                        now));
    }
}
