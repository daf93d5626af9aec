package io.xunshi.platform.messaging.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.OpenSessions;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.messaging.MessagingProblem;
import io.xunshi.platform.messaging.domain.PushAddress;
import io.xunshi.platform.messaging.domain.PushSubscription;
import io.xunshi.platform.messaging.storage.PushSubscriptionRepository;
import java.time.Clock;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Whether the browser of a session is told while nobody looks at the market. */
@Component
public class ReceivePush {
    private final PushSubscriptionRepository subscriptions;
    private final PushSender sender;
    private final OpenSessions openSessions;
    private final PushSettings settings;
    private final TransactionalOperator transaction;
    private final IdGenerator ids;
    private final Clock clock;

    ReceivePush(
            PushSubscriptionRepository subscriptions,
            PushSender sender,
            OpenSessions openSessions,
            PushSettings settings,
            TransactionalOperator transaction,
            IdGenerator ids,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.sender = sender;
        this.openSessions = openSessions;
        this.settings = settings;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    public Mono<Boolean> isOn(AccountId person, String sessionId) {
        return subscriptions.has(person, openSessions.nameOf(sessionId));
    }

    /**
     * The browser of the session is told from now on, and it alone with that endpoint: whoever signs in there later is
     * not told of the one before. Raises {@link MessagingProblem#PUSH_OFF},
     * {@link MessagingProblem#PUSH_SERVICE_UNKNOWN} and {@link MessagingProblem#PUSH_KEYS_INVALID}.
     */
    public Mono<Void> begin(AccountId person, String sessionId, PushAddress address, Locale language) {
        return check(address)
                .then(Mono.defer(() -> subscriptions.put(
                        new PushSubscription(ids.next(), person, openSessions.nameOf(sessionId), address, language),
                        clock.instant())))
                .then(Mono.defer(() -> subscriptions.keepNewest(person, settings.subscriptionsMax())))
                .as(transaction::transactional);
    }

    public Mono<Void> end(AccountId person, String sessionId) {
        return subscriptions.remove(person, openSessions.nameOf(sessionId));
    }

    private Mono<Void> check(PushAddress address) {
        return Mono.defer(() -> {
            if (!settings.isOn()) {
                return Mono.error(MessagingProblem.PUSH_OFF.raise());
            }
            if (!settings.pushServices().include(address.endpoint())) {
                return Mono.error(MessagingProblem.PUSH_SERVICE_UNKNOWN.raise());
            }
            return sender.canEncryptFor(address)
                    ? Mono.empty()
                    : Mono.error(MessagingProblem.PUSH_KEYS_INVALID.raise());
        });
    }
}
