package io.xunshi.platform.messaging.domain;

import io.xunshi.platform.identity.AccountNotices.Channel;
import java.util.EnumSet;
import java.util.Set;

/** How somebody wants to be told of one kind of thing. */
public record NotificationChoice(NotificationKind kind, boolean inApp, boolean email, boolean sms) {
    /** The ways out of the platform that are wanted. */
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
