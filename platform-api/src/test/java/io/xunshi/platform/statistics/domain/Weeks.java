package io.xunshi.platform.statistics.domain;

import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.statistics.domain.ObservedDeal.Shown;
import io.xunshi.transparency.record.PriceWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Observed deals made for tests. */
final class Weeks {
    static final PriceWeek WEEK = new PriceWeek(LocalDate.of(2026, 11, 16));
    static final String OLD_EXTRUSIONS = "NF-AL-TWI";

    private Weeks() {}

    /** Paid deals between firms of their own. */
    static List<ObservedDeal> deals(String area, int count) {
        var deals = new ArrayList<ObservedDeal>();
        for (int i = 0; i < count; i++) {
            deals.add(deal(area, i, 20 + i, true, null));
        }
        return deals;
    }

    static ObservedDeal deal(String area, int number, long tonnes, boolean isPaid, @Nullable Shown shown) {
        var secret = new byte[32];
        secret[0] = (byte) number;
        secret[1] = (byte) area.hashCode();
        return new ObservedDeal(
                new DealId(new UUID(area.hashCode(), number)),
                WEEK,
                OLD_EXTRUSIONS,
                "NF-AL",
                area,
                tonnes * 1_000_000,
                1_730_000 + number * 1_000L,
                new OrganisationId(new UUID(area.hashCode(), 1_000 + number)),
                new OrganisationId(new UUID(area.hashCode(), 2_000 + number)),
                false,
                false,
                true,
                5_000_000,
                secret,
                isPaid,
                shown == null ? null : shown.vintage(),
                shown);
    }
}
