package io.xunshi.platform.purpose;

import io.xunshi.platform.identity.AccountId;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The gate before personal data that modules show to officers. */
public interface PurposeBoundAccess {

    /**
     * Records that an officer is shown something of these people, one look each; where nobody was found, or who it is
     * has no account, one look of nobody. In the caller's transaction, which must have committed before anything is
     * shown. Raises {@link PurposeProblem#NEEDED} and {@link PurposeProblem#OVER}.
     *
     * @param purpose which the officer names; null where they named none
     * @param thing the trade, ring or organisation whose people they are; null where people were looked for
     */
    Mono<Void> record(
            AccountId officer, @Nullable UUID purpose, Sight sight, @Nullable UUID thing, Collection<AccountId> people);
}
