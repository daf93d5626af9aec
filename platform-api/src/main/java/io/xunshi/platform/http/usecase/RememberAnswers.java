package io.xunshi.platform.http.usecase;

import io.xunshi.platform.http.domain.KeptAnswer;
import io.xunshi.platform.http.storage.IdempotencyRepository;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps the answers to keyed requests for a day; each step commits by itself, before the next begins. */
@Component
public class RememberAnswers {
    /** After so long without an answer the first request is taken for dead: its process was killed. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Duration RETENTION = Duration.ofHours(24);

    private final IdempotencyRepository answers;

    RememberAnswers(IdempotencyRepository answers) {
        this.answers = answers;
    }

    /** True where this request is the first with its key and may go on. */
    public Mono<Boolean> begin(String owner, String key, String requestHash) {
        return answers.take(owner, key, requestHash, PATIENCE);
    }

    public Mono<KeptAnswer> find(String owner, String key) {
        return answers.find(owner, key);
    }

    public Mono<Void> keep(String owner, String key, int status, @Nullable String contentType, byte[] body) {
        return answers.keep(owner, key, status, contentType, body);
    }

    /** Frees the key of a request that failed through no fault of its caller. */
    public Mono<Void> forget(String owner, String key) {
        return answers.giveBack(owner, key);
    }

    @Scheduled(fixedDelayString = "${xunshi.http.idempotency-purge-interval:1h}")
    public Mono<Void> purge() {
        return answers.forgetOlderThan(RETENTION).then();
    }
}
