package io.xunshi.platform.messaging.domain;

import io.xunshi.platform.identity.AccountId;
import java.util.Locale;
import java.util.UUID;

/**
 * A browser that wants to be told while nobody looks at the market.
 *
 * @param session the name of the session that it belongs to; it ends with it
 */
public record PushSubscription(UUID id, AccountId account, String session, PushAddress address, Locale language) {}
