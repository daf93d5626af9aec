package io.xunshi.platform.identity;

import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Reaches people by the contact that they signed up with; who asks for it never sees the contact. */
public interface AccountNotices {
    /** How the person can be reached outside of the platform; empty where there is no such account. */
    Mono<Channel> channelOf(AccountId person);

    /**
     * Sends one message; the same key sends it once. Does nothing for a person who has no contact of that kind.
     *
     * @param key a new id for a new message
     */
    Mono<Void> send(UUID key, AccountId to, Channel channel, AccountNotice notice);

    /** Ways out of the platform. */
    enum Channel {
        EMAIL,
        SMS
    }

    /**
     * @param template its name at the provider, which carriers in China approve one by one
     * @param text the template filled with the parameters
     */
    record AccountNotice(String template, Map<String, String> parameters, String text) {
        public AccountNotice {
            parameters = Map.copyOf(parameters);
        }
    }
}
