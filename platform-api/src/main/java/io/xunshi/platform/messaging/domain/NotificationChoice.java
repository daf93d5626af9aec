package io.xunshi.platform.messaging.domain;

import io.xunshi.platform.identity.AccountNotices.Channel;
import java.util.EnumSet;
import java.util.Set;

/**
 * How somebody wants to be told of one kind of thing.
 *
 * @param push on the browsers that they have subscribed, while nobody looks at the market
 */
public record NotificationChoice(NotificationKind kind, boolean inApp, boolean email, boolean sms, boolean push) {
    /** The ways out of the platform, by the contact of the account, that are wanted. */
    public Set<Channel> channels() {
        var channels = EnumSet.noneOf(Channel.class);
        if (email) {
            channels.add(Channel.EMAIL);
        }
        if (sms) {
            channels.add(Channel.SMS);
        }
        return channels;
    }
}
