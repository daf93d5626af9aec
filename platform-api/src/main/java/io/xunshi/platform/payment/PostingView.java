package io.xunshi.platform.payment;

import io.xunshi.platform.kernel.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a journal entry.
 *
 * @param entryId lines of the same entry sum to zero
 * @param kind why money moved
 * @param account whose account
 * @param owner the order or person that the account belongs to; null for the platform's own
 * @param amount positive where the account is owed more afterwards
 */
public record PostingView(
        UUID entryId,
        Instant at,
        String kind,
        String account,
        @Nullable UUID owner,
        Money amount) {}
