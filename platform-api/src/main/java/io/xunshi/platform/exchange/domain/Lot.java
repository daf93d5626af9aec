package io.xunshi.platform.exchange.domain;

import io.xunshi.platform.exchange.LotId;
import io.xunshi.platform.exchange.LotOffer;
import io.xunshi.platform.exchange.LotState;
import io.xunshi.platform.exchange.LotView;
import io.xunshi.platform.exchange.Measure;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lot (货源).
 *
 * @param offeredBy the member who offered it
 * @param materialEdition the edition of the material that its terms are said in
 * @param remaining what of it no deal has
 * @param holder what makes its price now or has sold it; null while it is only offered
 * @param version grows with every change, of state too
 * @param termsVersion grows when its seller says something else of it
 */
public record Lot(
        LotId id,
        String code,
        OrganisationId seller,
        AccountId offeredBy,
        LotState state,
        LotTerms terms,
        int materialEdition,
        Measure measure,
        long remaining,
        @Nullable UUID holder,
        long version,
        long termsVersion,
        Instant offeredAt) {

    /** When the offer ends by itself. */
    public Instant endsAt() {
        return endOf(terms.lastDay());
    }

    /** The same lot, described otherwise. */
    public Lot saying(LotTerms other, int edition, Measure measuredBy) {
        return new Lot(
                id,
                code,
                seller,
                offeredBy,
                state,
                other,
                edition,
                measuredBy,
                other.quantity(),
                holder,
                version,
                termsVersion,
                offeredAt);
    }

    static Instant endOf(LocalDate lastDay) {
        return lastDay.plusDays(1).atStartOfDay(CityTime.ZONE).toInstant();
    }

    /** Whether no deal has a part of it. */
    public boolean isWhole() {
        return remaining == terms.quantity();
    }

    public LotOffer offer() {
        var days = terms.inspection();
        return new LotOffer(
                view(),
                termsVersion,
                remaining,
                terms.leastQuantity(),
                terms.toleranceBasisPoints(),
                terms.quality(),
                terms.packing().name(),
                terms.place().address(),
                terms.delivery().name(),
                terms.payment().name(),
                terms.tax().name(),
                terms.price(),
                terms.formula(),
                days == null ? null : days.to());
    }

    public LotView view() {
        return new LotView(
                id,
                code,
                seller,
                state,
                terms.title(),
                terms.materialCode(),
                materialEdition,
                measure,
                terms.quantity(),
                terms.place().areaCode(),
                version);
    }
}
