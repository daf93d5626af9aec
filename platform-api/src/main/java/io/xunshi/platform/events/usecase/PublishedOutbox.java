package io.xunshi.platform.events.usecase;

import io.xunshi.platform.events.Outbox;
import io.xunshi.platform.events.domain.RetrySchedule;
import io.xunshi.platform.events.storage.OutboxRepository;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Answers other modules. */
@Component
class PublishedOutbox implements Outbox {
    private final OutboxRepository outbox;

    PublishedOutbox(OutboxRepository outbox) {
        this.outbox = outbox;
    }

    @Override
    public Mono<Backlog> backlog() {
        return outbox.backlog(RetrySchedule.MAX_ATTEMPTS);
    }
}
