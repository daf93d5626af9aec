package io.xunshi.platform.statistics.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.statistics.domain.ObservedDeal.Shown;
import io.xunshi.transparency.price.DominanceRule;
import io.xunshi.transparency.record.PriceLevel;
import io.xunshi.transparency.record.Vintage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DisclosureAuditTests {
    private static final DominanceRule RULE = new DominanceRule(10);
    private static final DisclosureAudit AUDIT = new DisclosureAudit(RULE);
    private static final Shown IN_CITY = new Shown(Vintage.P, PriceLevel.CITY);

    @Test
    void whatTheRulesDecideIsNeverTooClose() {
        var random = new Random(17);
        for (int round = 0; round < 40; round++) {
            var deals = new ArrayList<ObservedDeal>();
            for (int i = 0; i < random.nextInt(25); i++) {
                var area = List.of("ZZ-GY", "ZZ-XM", "ZZ-HJ").get(Math.min(random.nextInt(3), random.nextInt(3)));
                deals.add(Weeks.deal(area, i, 5 + random.nextInt(40), true, null));
            }
            var closing = WeekClosing.of(Weeks.WEEK, Vintage.P, deals, RULE, new WeekPseudonyms(new byte[32]));

            assertThat(AUDIT.of(closing.deals())).isEmpty();
        }
    }

    @Test
    void oneHiddenAreaIsToldByTheSumItself() {
        var exposed = AUDIT.of(List.of(Weeks.deal("ZZ-GY", 1, 30, true, IN_CITY)));

        assertThat(exposed).hasSize(Vintage.values().length).first().satisfies(cell -> {
            assertThat(cell.area()).isEqualTo("ZZ-GY");
            assertThat(cell.lower()).isEqualTo(30_000);
            assertThat(cell.upper()).isEqualTo(30_000);
        });
    }

    @Test
    void aFirmBesideWhichThereIsAlmostNothingIsToldFromAbove() {
        var deals = List.of(Weeks.deal("ZZ-GY", 1, 300, true, IN_CITY), Weeks.deal("ZZ-XM", 2, 20, true, IN_CITY));

        assertThat(AUDIT.of(deals)).extracting(DisclosureAudit.Exposed::area).containsOnly("ZZ-GY");
    }

    /** Who has read the first vintage alone knows its sum: what came later hides nothing of what came before. */
    @Test
    void laterVintagesDoNotHideEarlierOnes() {
        var later = new Shown(Vintage.R1, PriceLevel.CITY);
        var deals = List.of(
                Weeks.deal("ZZ-GY", 1, 30, true, IN_CITY),
                Weeks.deal("ZZ-GY", 2, 30, true, IN_CITY),
                Weeks.deal("ZZ-XM", 3, 2, true, IN_CITY),
                Weeks.deal("ZZ-XM", 4, 1, true, later));

        assertThat(AUDIT.of(deals)).extracting(DisclosureAudit.Exposed::newest).containsOnly(Vintage.P);
    }

    @Test
    void whatIsShownWithItsAreaHidesNothing() {
        assertThat(AUDIT.of(List.of(Weeks.deal("ZZ-GY", 1, 30, true, new Shown(Vintage.P, PriceLevel.AREA)))))
                .isEmpty();
        assertThat(AUDIT.of(Weeks.deals("ZZ-GY", 3))).isEmpty();
    }
}
