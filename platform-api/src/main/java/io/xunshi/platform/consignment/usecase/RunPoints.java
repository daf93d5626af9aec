package io.xunshi.platform.consignment.usecase;

import io.xunshi.platform.catalog.Catalog;
import io.xunshi.platform.catalog.District;
import io.xunshi.platform.consignment.ConsignmentProblem;
import io.xunshi.platform.consignment.PointId;
import io.xunshi.platform.consignment.domain.CommissionScheme;
import io.xunshi.platform.consignment.domain.Point;
import io.xunshi.platform.consignment.domain.Point.Profile;
import io.xunshi.platform.consignment.storage.PointRepository;
import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.http.HttpProblem;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.AccountView;
import io.xunshi.platform.identity.Accounts;
import io.xunshi.platform.identity.Role;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.ShortCode;
import io.xunshi.platform.listing.Place;
import io.xunshi.platform.payment.ConsignmentMoney;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** What an administrator decides about points: who runs one, what it says of itself, what it keeps of sales. */
@Component
public class RunPoints {
    /** Beyond this it is a typing error: no district is so wide. */
    private static final double DEGREES_MAX = 0.6;

    private final PointRepository points;
    private final Accounts accounts;
    private final Catalog catalog;
    private final ConsignmentMoney money;
    private final IdGenerator ids;
    private final Clock clock;

    RunPoints(
            PointRepository points,
            Accounts accounts,
            Catalog catalog,
            ConsignmentMoney money,
            IdGenerator ids,
            Clock clock) {
        this.points = points;
        this.accounts = accounts;
        this.catalog = catalog;
        this.money = money;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Opens a point. The account is the shop's own: it stands as the seller of what is on its shelf, works at the
     * counter, and from now on what its orders bring is held for consignors. Raises
     * {@link ConsignmentProblem#NOT_AN_OPERATOR}, {@link ConsignmentProblem#ACCOUNT_IS_A_POINT},
     * {@link ConsignmentProblem#WORKS_ELSEWHERE} or {@link ConsignmentProblem#SCHEME_OUT_OF_RANGE}.
     */
    @Transactional
    public Mono<Point> open(AccountId officer, String contact, NewProfile profile, Rates rates) {
        var now = clock.instant();
        var id = ids.next();
        return checked(profile)
                .flatMap(said -> operator(contact)
                        .map(account -> new Point(new PointId(id), ShortCode.of('P', id), account.id(), said, 1, now)))
                .filterWhen(points::add)
                .switchIfEmpty(Mono.error(ConsignmentProblem.ACCOUNT_IS_A_POINT::raise))
                .delayUntil(point -> employ(point.id(), point.account(), now))
                .delayUntil(point -> addScheme(officer, point.id(), rates, now))
                .delayUntil(point -> money.holdProceedsOf(point.account()));
    }

    /** Raises {@link ConsignmentProblem#NO_SUCH_POINT} or {@link HttpProblem#STALE}. */
    @Transactional
    public Mono<Point> edit(PointId id, long version, NewProfile profile) {
        return existing(id)
                .then(checked(profile))
                .flatMap(said -> points.edit(id, version, said))
                .switchIfEmpty(Mono.error(HttpProblem.STALE::raise));
    }

    /**
     * Decides what the point keeps from some time on; agreements of before keep theirs. Raises
     * {@link ConsignmentProblem#SCHEME_BEGINS_TOO_EARLY} for a time that is past or before another version's.
     */
    @Transactional
    public Mono<CommissionScheme> decide(AccountId officer, PointId id, Rates rates, Instant from) {
        return existing(id)
                .thenMany(points.schemesOf(id))
                .any(before -> !before.effectiveFrom().isBefore(from))
                .filter(late -> !late && !from.isBefore(clock.instant()))
                .switchIfEmpty(Mono.error(ConsignmentProblem.SCHEME_BEGINS_TOO_EARLY::raise))
                .flatMap(possible -> addScheme(officer, id, rates, from));
    }

    /** Raises {@link ConsignmentProblem#NOT_AN_OPERATOR} or {@link ConsignmentProblem#WORKS_ELSEWHERE}. */
    @Transactional
    public Mono<Void> employ(PointId id, String contact) {
        return existing(id).then(operator(contact)).flatMap(account -> employ(id, account.id(), clock.instant()));
    }

    /** Does nothing for somebody who does not work there. */
    @Transactional
    public Mono<Void> dismiss(PointId id, AccountId operator) {
        return existing(id).then(points.endOperator(id, operator, clock.instant()));
    }

    private Mono<CommissionScheme> addScheme(AccountId officer, PointId id, Rates rates, Instant from) {
        var scheme = new CommissionScheme(0, from, rates.usualPerMille(), rates.perMilleOf());
        return checked(scheme)
                .then(Mono.defer(() -> points.addScheme(id, scheme, officer, clock.instant())))
                .switchIfEmpty(Mono.error(HttpProblem.CONFLICT::raise))
                .map(version -> new CommissionScheme(version, from, scheme.usualPerMille(), scheme.perMilleOf()));
    }

    private Mono<Void> employ(PointId id, AccountId operator, Instant now) {
        return points.addOperator(id, operator, now)
                .filter(added -> added)
                .switchIfEmpty(Mono.error(ConsignmentProblem.WORKS_ELSEWHERE::raise))
                .then();
    }

    private Mono<Point> existing(PointId id) {
        return points.find(id).switchIfEmpty(Mono.error(ConsignmentProblem.NO_SUCH_POINT::raise));
    }

    private Mono<AccountView> operator(String contact) {
        return accounts.findByContact(contact)
                .filter(account -> account.roles().contains(Role.POINT_OPERATOR))
                .switchIfEmpty(Mono.error(ConsignmentProblem.NOT_AN_OPERATOR::raise));
    }

    private Mono<Void> checked(CommissionScheme scheme) {
        var known = scheme.perMilleOf().keySet().stream()
                .allMatch(code -> catalog.category(code).isPresent());
        return scheme.isInRange() && known
                ? Mono.empty()
                : Mono.error(ConsignmentProblem.SCHEME_OUT_OF_RANGE.raise(
                        CommissionScheme.PER_MILLE_MIN, CommissionScheme.PER_MILLE_MAX));
    }

    private Mono<Profile> checked(NewProfile said) {
        var district = catalog.district(said.districtCode()).orElse(null);
        var place = said.place() == null && district != null ? centreOf(district) : said.place();
        var faults = new ArrayList<FieldFault>();
        if (district == null) {
            faults.add(new FieldFault("districtCode", "consignment.field.unknown"));
        } else if (place != null && !isNear(district, place)) {
            faults.add(new FieldFault("place", "consignment.field.far-away"));
        }
        return place == null || !faults.isEmpty()
                ? Mono.error(FieldFault.refuse(List.copyOf(faults)))
                : Mono.just(new Profile(
                        said.name(), said.address(), said.districtCode(), place, said.hours(), said.capacity()));
    }

    private static Place centreOf(District district) {
        return new Place(district.lat(), district.lon());
    }

    private static boolean isNear(District district, Place place) {
        return Math.abs(district.lat() - place.lat()) < DEGREES_MAX
                && Math.abs(district.lon() - place.lon()) < DEGREES_MAX;
    }

    /** @param place null for the district's centre */
    public record NewProfile(
            String name,
            String address,
            String districtCode,
            @Nullable Place place,
            String hours,
            int capacity) {}

    /** @param perMilleOf by a category's code */
    public record Rates(int usualPerMille, Map<String, Integer> perMilleOf) {

        public Rates {
            perMilleOf = Map.copyOf(perMilleOf);
        }
    }
}
