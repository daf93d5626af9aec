package io.xunshi.platform.oversight.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.oversight.usecase.ReadCityPlan;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanProgressTests {
    private static final ReadCityPlan PLAN = new ReadCityPlan();

    @Test
    void gramsBecomeTenThousandTonnesAndProgressGoesFromBaseToTarget() {
        var progress = PlanProgress.counted(indicator(7), Map.of("ZZ-GY", 2_605_000_000_000L));

        assertThat(progress.value()).isEqualByComparingTo("260.5");
        assertThat(progress.percent()).isEqualByComparingTo("50.0");
    }

    @Test
    void lessThanTheBaseIsBelowZero() {
        var progress = PlanProgress.counted(indicator(5), Map.of("ZZ-GY", 354L));

        assertThat(progress.percent()).isEqualByComparingTo("-100.0");
    }

    @Test
    void aRangeIsMetByItsLowerEnd() {
        assertThat(PlanProgress.counted(indicator(3), Map.of("ZZ-GY", 3L)).percent())
                .isEqualByComparingTo("100.0");
    }

    @Test
    void aTargetInWordsHasNoProgress() {
        assertThat(PlanProgress.counted(indicator(13), Map.of("", 1L)).percent())
                .isNull();
    }

    @Test
    void aGrowthRateFollowsFromWhatGrows() {
        assertThat(PlanProgress.grown(indicator(6), indicator(5), BigDecimal.valueOf(550)))
                .hasValueSatisfying(grown -> {
                    assertThat(grown.value()).isEqualByComparingTo("21.68");
                    assertThat(grown.percent()).isEqualByComparingTo("74.8");
                    assertThat(grown.byArea()).isEmpty();
                });
    }

    @Test
    void annexThreeHas26TasksOfAreasAndOfTheCity() {
        assertThat(PLAN.tasks()).hasSize(26);
        assertThat(PLAN.tasks()).filteredOn(task -> task.areas().size() == 16).hasSize(22);
        assertThat(PLAN.tasks().get(5).areas()).containsExactlyInAnyOrder("ZZ-DF", "ZZ-XY", "ZZ-GY");
        assertThat(PLAN.tasks().get(16).leads()).containsExactly("市商务局", "市生态环境局");
        assertThat(PLAN.tasks())
                .filteredOn(task -> task.areas().isEmpty())
                .extracting(PlanTask::no)
                .isEqualTo(List.of(20, 21, 26));
    }

    private static Indicator indicator(int no) {
        return PLAN.plan().indicators().get(no - 1);
    }
}
