package io.xunshi.platform.consignment.usecase;

import io.xunshi.platform.consignment.ConsignmentProblem;
import io.xunshi.platform.consignment.domain.Point;
import io.xunshi.platform.consignment.storage.PointRepository;
import io.xunshi.platform.identity.AccountId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Where an operator works. Everything that operators do begins here, so what belongs to another point does not exist
 * for them.
 */
@Component
class Workplace {
    private final PointRepository points;

    Workplace(PointRepository points) {
        this.points = points;
    }

    /** Raises {@link ConsignmentProblem#NOT_AT_A_POINT}. */
    Mono<Point> of(AccountId operator) {
        return points.findOfOperator(operator).switchIfEmpty(Mono.error(ConsignmentProblem.NOT_AT_A_POINT::raise));
    }
}
