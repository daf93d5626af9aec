package io.xunshi.platform.messaging;

import io.xunshi.platform.events.DomainEvent;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.AccountNotices.Channel;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** News of this module, which only it reacts to. */
public sealed interface MessagingEvents extends DomainEvent {
    /**
     * A person wants to be told by e-mail or text message.
     *
     * @param kind what of, a notification's kind
     * @param parameters what fills its words; never what people wrote to each other
     */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "messaging", name = "notice-wanted")
    record NoticeWanted(
            UUID eventId, Instant at, AccountId account, Channel channel, String kind, Map<String, String> parameters)
            implements MessagingEvents {
        public NoticeWanted {
            parameters = Map.copyOf(parameters);
        }

        @Override
        public UUID aggregateId() {
            return account.value();
        }
    }

    /**
     * A person wants to be told on one of their browsers while nobody looks at the market.
     *
     * @param kind what of, a notification's kind
     * @param path of the page that tells more
     */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "messaging", name = "push-wanted")
    record PushWanted(UUID eventId, Instant at, AccountId account, UUID subscriptionId, String kind, String path)
            implements MessagingEvents {
        @Override
        public UUID aggregateId() {
            return account.value();
        }
    }
}
