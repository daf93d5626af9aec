package io.xunshi.platform.consignment;

import io.xunshi.platform.identity.AccountId;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** What other modules may ask about consignment points. */
public interface Points {
    /** Empty where there is none. */
    Mono<PointFacts> find(PointId id);

    /** Where somebody works today; raises {@link ConsignmentProblem#NOT_AT_A_POINT}. */
    Mono<PointFacts> ofOperator(AccountId operator);

    /** @param account the shop's own, which stands as the seller of what is on the shelf */
    record PointFacts(UUID id, String code, AccountId account, String name, String address) {}
}
