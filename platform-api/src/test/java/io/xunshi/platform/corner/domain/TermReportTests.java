package io.xunshi.platform.corner.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.corner.domain.TermReport.ClassFigures;
import io.xunshi.platform.corner.domain.TermReport.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TermReportTests {
    private static final Figures SCHOOL = new Figures(0, 100, 0, 0, 0, 2, 0);

    @Test
    void aSmallClassStandsAmongOthers() {
        var report = TermReport.of(SCHOOL, List.of(of(2023, 1, 30), of(2023, 2, 3), of(2024, 1, 2)));

        assertThat(report.classes()).extracting(ClassFigures::number).containsExactly(1);
        assertThat(report.others()).isEqualTo(new Figures(5, 5, 5, 0, 0, 0, 0));
        assertThat(report.total().given()).isEqualTo(135);
    }

    @Test
    void oneSmallClassAloneTakesTheNextSmallestWithIt() {
        var report = TermReport.of(SCHOOL, List.of(of(2023, 1, 30), of(2023, 2, 6), of(2024, 1, 2)));

        assertThat(report.classes()).extracting(ClassFigures::number).containsExactly(1);
        assertThat(report.others()).isEqualTo(new Figures(8, 8, 8, 0, 0, 0, 0));
    }

    @Test
    void ofTooFewReadersNothingIsShownAtAll() {
        var report = TermReport.of(SCHOOL, List.of(of(2023, 1, 2), of(2023, 2, 2)));

        assertThat(report.withheld()).isTrue();
        assertThat(report.total()).isEqualTo(SCHOOL);
        assertThat(report.classes()).isEmpty();
        assertThat(report.others()).isNull();
    }

    @Test
    void noRowAndNoDifferenceOfRowsStandsForTooFew() {
        var random = new Random(55);
        for (int round = 0; round < 5_000; round++) {
            var classes = new ArrayList<ClassFigures>();
            for (int n = random.nextInt(12); n > 0; n--) {
                classes.add(of(2020 + random.nextInt(4), n, random.nextInt(12)));
            }
            var report = TermReport.of(SCHOOL, classes);

            assertThat(report.classes())
                    .allSatisfy(
                            one -> assertThat(one.figures().readers()).isGreaterThanOrEqualTo(TermReport.READERS_MIN));
            var shown = report.classes().stream()
                    .mapToInt(one -> one.figures().readers())
                    .sum();
            var rest = report.total().readers() - shown;
            assertThat(rest == 0 || rest >= TermReport.READERS_MIN)
                    .as("what is left of the total are %d readers", rest)
                    .isTrue();
            assertThat(report.others() == null ? 0 : report.others().readers()).isEqualTo(rest);
        }
    }

    private static ClassFigures of(int entryYear, int number, int readers) {
        return new ClassFigures(
                UUID.randomUUID(), entryYear, number, new Figures(readers, readers, readers, 0, 0, 0, 0));
    }
}
