package io.xunshi.platform.vehicle.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.vehicle.MileageReading;
import io.xunshi.platform.vehicle.MileageReading.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** An odometer only goes forward. */
class MileageHistoryTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
    private static final int DRAWS = 1_000;

    @Test
    void whatOnlyGrowsIsAcceptedInAnyOrderAndOneTurnedBackIsNot() {
        var random = new Random(7258);
        for (int draw = 0; draw < DRAWS; draw++) {
            var readings = growing(random, 2 + random.nextInt(10));
            var last = readings.getLast();
            var shuffled = new ArrayList<>(readings);
            Collections.shuffle(shuffled, random);

            assertThat(MileageHistory.faultsOf(shuffled, List.of(), TODAY)).isEmpty();
            assertThat(MileageHistory.isRolledBack(shuffled, readings)).isFalse();

            shuffled.add(new MileageReading(last.readOn().plusDays(1), last.km() - 1, Source.SELLER));
            assertThat(MileageHistory.faultsOf(shuffled, List.of(), TODAY))
                    .containsExactly(new FieldFault(
                            "readings[%d].km".formatted(shuffled.size() - 1), "vehicle.field.reading-lower"));
            assertThat(MileageHistory.isRolledBack(List.of(shuffled.getLast()), readings))
                    .isTrue();
            assertThat(MileageHistory.isRolledBack(readings, List.of(shuffled.getLast())))
                    .isTrue();
        }
    }

    @Test
    void whatStoodBeforeEverybodyStaysAndNobodySpeaksForThePlatform() {
        var shown = new MileageReading(TODAY.minusYears(1), 40_000, Source.INSPECTION);

        assertThat(MileageHistory.faultsOf(List.of(), List.of(shown), TODAY))
                .extracting(FieldFault::rule)
                .containsExactly("vehicle.field.reading-gone");
        assertThat(MileageHistory.faultsOf(
                        List.of(shown, new MileageReading(TODAY, 41_000, Source.PLATFORM)), List.of(shown), TODAY))
                .extracting(FieldFault::rule)
                .containsExactly("vehicle.field.reading-source");
        assertThat(MileageHistory.faultsOf(
                        List.of(new MileageReading(TODAY.plusDays(1), -1, Source.SELLER)), List.of(), TODAY))
                .extracting(FieldFault::rule)
                .containsExactly("vehicle.field.reading-day", "vehicle.field.reading-km");
    }

    private static List<MileageReading> growing(Random random, int count) {
        var readings = new ArrayList<MileageReading>();
        var day = LocalDate.of(2012, 3, 1);
        var km = 1L;
        for (int i = 0; i < count; i++) {
            readings.add(new MileageReading(day, km, Source.INSPECTION));
            day = day.plusDays(1 + random.nextInt(300));
            km += random.nextInt(20_000);
        }
        return readings;
    }
}
