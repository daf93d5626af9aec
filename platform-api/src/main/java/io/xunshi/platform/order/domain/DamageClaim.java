package io.xunshi.platform.order.domain;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.media.PhotoId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an owner wants of a deposit, and what became of it.
 *
 * @param answer what the tenant wrote against it; null where the tenant wrote nothing
 * @param decision what the officer wrote; null where no officer decided
 * @param decidedBy null where no officer decided
 */
public record DamageClaim(
        Money amount,
        String words,
        List<PhotoId> photos,
        Instant at,
        @Nullable String answer,
        @Nullable String decision,
        @Nullable AccountId decidedBy) {

    public DamageClaim {
        photos = List.copyOf(photos);
    }
}
