package io.xunshi.platform.messaging.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.messaging.domain.ConversationId;
import io.xunshi.platform.messaging.domain.LiveEvent.Kind;
import io.xunshi.platform.messaging.storage.LiveEventRepository;
import io.xunshi.platform.messaging.storage.LiveEventRepository.Addressed;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;

/**
 * Tells people's pages that something is new: stored in the caller's transaction, called out once it has committed. The
 * last thing that a transaction does, so that all of them lock conversations, inboxes and positions in one order.
 */
@Component
class LiveNews {
    private final LiveEventRepository events;
    private final LiveLines lines;
    private final Clock clock;

    LiveNews(LiveEventRepository events, LiveLines lines, Clock clock) {
        this.events = events;
        this.lines = lines;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> tell(List<Addressed> news) {
        return news.isEmpty()
                ? Mono.empty()
                : events.add(news, clock.instant())
                        .then(TransactionSynchronizationManager.forCurrentTransaction())
                        .doOnNext(transaction -> transaction.registerSynchronization(new Wake(peopleOf(news))))
                        .then();
    }

    static Addressed message(AccountId to, ConversationId conversation, long sequence) {
        return new Addressed(
                to,
                Kind.MESSAGE,
                Map.of("conversationId", conversation.toString(), "sequence", String.valueOf(sequence)));
    }

    static Addressed about(AccountId to, Kind kind, ConversationId conversation) {
        return new Addressed(to, kind, Map.of("conversationId", conversation.toString()));
    }

    static Addressed notification(AccountId to) {
        return new Addressed(to, Kind.NOTIFICATION, Map.of());
    }

    static Addressed order(AccountId to, UUID order) {
        return new Addressed(to, Kind.ORDER, Map.of("orderId", order.toString()));
    }

    private static Collection<AccountId> peopleOf(List<Addressed> news) {
        return news.stream().map(Addressed::to).collect(Collectors.toSet());
    }

    private final class Wake implements TransactionSynchronization {
        private final Collection<AccountId> people;

        private Wake(Collection<AccountId> people) {
            this.people = people;
        }

        @Override
        public Mono<Void> afterCommit() {
            return Mono.fromRunnable(() -> lines.wake(people));
        }
    }
}
