package io.xunshi.platform.order;

import io.xunshi.platform.identity.AccountId;
import java.util.Collection;
import reactor.core.publisher.Mono;

/** Who may turn to whom; answered by the module that keeps who has blocked whom, and who is muted. */
public interface Acquaintance {

    /** False where any of the people has blocked the person, or the person any of them. */
    Mono<Boolean> mayApproach(AccountId person, Collection<AccountId> people);

    /** Raises the refusal of who may write to nobody for a while. */
    Mono<Void> checkMayWrite(AccountId person);
}
