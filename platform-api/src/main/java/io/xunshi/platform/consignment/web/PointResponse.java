package io.xunshi.platform.consignment.web;

import io.xunshi.platform.consignment.domain.CommissionScheme;
import io.xunshi.platform.consignment.domain.Point;
import io.xunshi.platform.consignment.usecase.FindPoints.Near;
import io.xunshi.platform.consignment.usecase.FindPoints.Open;
import io.xunshi.platform.listing.Place;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A point as everybody sees it.
 *
 * @param code public, <code>P…</code>
 * @param accountId who stands as the seller of what is on its shelf
 * @param metres from where the reader asked; null where they did not say, and for a single point
 * @param commission what it keeps of sales today; null in lists
 */
record PointResponse(
        UUID id,
        String code,
        UUID accountId,
        String name,
        String address,
        String districtCode,
        Place location,
        String hours,
        int capacity,
        @Nullable Long metres,
        @Nullable CommissionResponse commission) {

    static PointResponse of(Near near) {
        return of(near.point(), near.metres(), null);
    }

    static PointResponse of(Open open) {
        return of(open.point(), null, CommissionResponse.of(open.scheme()));
    }

    static PointResponse of(Point point) {
        return of(point, null, null);
    }

    private static PointResponse of(Point point, @Nullable Long metres, @Nullable CommissionResponse commission) {
        var profile = point.profile();
        return new PointResponse(
                point.id().value(),
                point.code(),
                point.account().value(),
                profile.name(),
                profile.address(),
                profile.districtCode(),
                profile.place(),
                profile.hours(),
                profile.capacity(),
                metres,
                commission);
    }

    /**
     * @param usualPerMille thousandths of the price
     * @param perMilleOf by a category's code, where it is another
     */
    record CommissionResponse(int version, Instant effectiveFrom, int usualPerMille, Map<String, Integer> perMilleOf) {

        static CommissionResponse of(CommissionScheme scheme) {
            return new CommissionResponse(
                    scheme.version(), scheme.effectiveFrom(), scheme.usualPerMille(), scheme.perMilleOf());
        }
    }
}
