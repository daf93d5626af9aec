package io.xunshi.platform.consignment.usecase;

import io.xunshi.platform.consignment.PointId;
import io.xunshi.platform.consignment.Points;
import io.xunshi.platform.consignment.domain.Point;
import io.xunshi.platform.consignment.storage.PointRepository;
import io.xunshi.platform.identity.AccountId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Answers other modules. */
@Component
class PublishedPoints implements Points {
    private final PointRepository points;
    private final Workplace workplace;

    PublishedPoints(PointRepository points, Workplace workplace) {
        this.points = points;
        this.workplace = workplace;
    }

    @Override
    public Mono<PointFacts> find(PointId id) {
        return points.find(id).map(PublishedPoints::facts);
    }

    @Override
    public Mono<PointFacts> ofOperator(AccountId operator) {
        return workplace.of(operator).map(PublishedPoints::facts);
    }

    private static PointFacts facts(Point point) {
        return new PointFacts(
                point.id().value(),
                point.code(),
                point.account(),
                point.profile().name(),
                point.profile().address());
    }
}
