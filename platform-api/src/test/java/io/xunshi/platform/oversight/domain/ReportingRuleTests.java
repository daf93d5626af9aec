package io.xunshi.platform.oversight.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.oversight.domain.CityPlan.DistrictTarget;
import io.xunshi.platform.oversight.usecase.ReadCityPlan;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReportingRuleTests {
    private static final Set<String> AREAS = new ReadCityPlan()
            .plan().districts().stream().map(DistrictTarget::code).collect(Collectors.toSet());

    @Test
    void eachThingCountsInTheOneAreaThatItNames() {
        var figures = ReportingRule.byArea(Map.of("ZZ-GC", 3L, "ZZ-JK", 5L), AREAS);

        assertThat(figures)
                .hasSize(16)
                .containsEntry("ZZ-GC", 3L)
                .containsEntry("ZZ-JK", 5L)
                .containsEntry("ZZ-SJ", 0L);
    }

    @Test
    void whatNamesNoneOfThemStandsApartAndTheCityIsTheSum() {
        var figures = ReportingRule.byArea(Map.of("", 2L, "ZZ", 4L, "ZZ-GC", 3L), AREAS);

        assertThat(figures).containsEntry(ReportingRule.NO_AREA, 6L);
        assertThat(figures.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(9);
    }

    @Test
    void aDistrictIsAtMostItsOwnAndEveryZoneAcrossIt() {
        var figures = Map.of("ZZ-GC", 3L, "ZZ-JK", 5L, "ZZ-ZD", 7L, "ZZ-HKG", 11L, "ZZ-SJ", 1L);

        assertThat(ReportingRule.most("ZZ-GC", figures)).isEqualTo(15);
        assertThat(ReportingRule.most("ZZ-ZM", figures)).isEqualTo(23);
        assertThat(ReportingRule.most("ZZ-SJ", figures)).isEqualTo(1);
        assertThat(ReportingRule.most("ZZ-JK", figures)).as("a zone is itself").isEqualTo(5);
    }

    @Test
    void fourZonesLieAcrossDistrictsOfThePlan() {
        var zones = AREAS.stream()
                .filter(area -> !ReportingRule.districtsUnder(area).isEmpty())
                .toList();

        assertThat(zones).containsExactlyInAnyOrder("ZZ-ZD", "ZZ-GX", "ZZ-JK", "ZZ-HKG");
        assertThat(zones)
                .flatMap(ReportingRule::districtsUnder)
                .isSubsetOf(AREAS)
                .doesNotContainAnyElementsOf(zones);
    }
}
