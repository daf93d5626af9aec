package io.xunshi.platform.consignment.usecase;

import io.xunshi.platform.catalog.Catalog;
import io.xunshi.platform.consignment.ConsignmentProblem;
import io.xunshi.platform.consignment.PointId;
import io.xunshi.platform.consignment.domain.CommissionScheme;
import io.xunshi.platform.consignment.domain.Point;
import io.xunshi.platform.consignment.storage.PointRepository;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.AccountView;
import io.xunshi.platform.identity.Accounts;
import io.xunshi.platform.listing.Place;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Shows points to residents, and each operator their own. */
@Component
public class FindPoints {
    private final PointRepository points;
    private final Workplace workplace;
    private final Accounts accounts;
    private final Catalog catalog;
    private final Clock clock;

    FindPoints(PointRepository points, Workplace workplace, Accounts accounts, Catalog catalog, Clock clock) {
        this.points = points;
        this.workplace = workplace;
        this.accounts = accounts;
        this.catalog = catalog;
        this.clock = clock;
    }

    /** By distance from a district's centre; by name without a district, or for one that nobody knows. */
    public Mono<List<Near>> near(@Nullable String districtCode) {
        var centre = districtCode == null
                ? null
                : catalog.district(districtCode)
                        .map(district -> new Place(district.lat(), district.lon()))
                        .orElse(null);
        var all = points.findAll().map(point -> new Near(point, distance(centre, point)));
        return (centre == null ? all : all.sort(Comparator.comparing(FindPoints::metres))).collectList();
    }

    /** With the scheme of today; raises {@link ConsignmentProblem#NO_SUCH_POINT}. */
    public Mono<Open> find(PointId id) {
        return points.find(id)
                .switchIfEmpty(Mono.error(ConsignmentProblem.NO_SUCH_POINT::raise))
                .flatMap(this::open);
    }

    /** Raises {@link ConsignmentProblem#NOT_AT_A_POINT}. */
    public Mono<Open> ofOperator(AccountId operator) {
        return workplace.of(operator).flatMap(this::open);
    }

    /** Who works there; raises {@link ConsignmentProblem#NO_SUCH_POINT}. */
    public Flux<AccountView> operatorsOf(PointId id) {
        return points.find(id)
                .switchIfEmpty(Mono.error(ConsignmentProblem.NO_SUCH_POINT::raise))
                .thenMany(points.operatorsOf(id))
                .concatMap(operator -> accounts.find(operator.account()));
    }

    private Mono<Open> open(Point point) {
        return schemeOf(point.id()).map(scheme -> new Open(point, scheme));
    }

    /** What a thing that is taken in now would be divided by. */
    Mono<CommissionScheme> schemeOf(PointId id) {
        var now = clock.instant();
        return points.schemesOf(id)
                .filter(scheme -> !scheme.effectiveFrom().isAfter(now))
                .next();
    }

    private static @Nullable Long distance(@Nullable Place centre, Point point) {
        return centre == null ? null : centre.metresTo(point.profile().place());
    }

    private static long metres(Near near) {
        return near.metres() == null ? Long.MAX_VALUE : near.metres();
    }

    /** @param metres from where the reader asked; null where they did not say */
    public record Near(Point point, @Nullable Long metres) {}

    /** A point with what it keeps of sales today. */
    public record Open(Point point, CommissionScheme scheme) {}
}
