package io.xunshi.platform.messaging.domain;

import io.xunshi.platform.identity.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where one of the two stands in a conversation.
 *
 * @param lastMessage null while nothing is said
 * @param lastAt when it was said; the opening while nothing is
 * @param unread messages of the counterpart beyond the read mark, counted up to {@link #UNREAD_MAX}
 * @param isBlocking whether this person does not want to hear from the counterpart
 * @param isBlocked whether the counterpart does not want to hear from this person
 */
public record Standing(
        Conversation conversation,
        AccountId person,
        @Nullable Message lastMessage,
        Instant lastAt,
        long readUpTo,
        long counterpartReadUpTo,
        int unread,
        boolean isBlocking,
        boolean isBlocked) {
    /** Nobody reads a larger number. */
    public static final int UNREAD_MAX = 100;

    public Side side() {
        return conversation.buyer().equals(person) ? Side.BUYER : Side.SELLER;
    }

    public AccountId counterpart() {
        return conversation.counterpartOf(person);
    }

    public boolean mayWrite() {
        return !isBlocking && !isBlocked;
    }
}
