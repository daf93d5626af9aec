package io.xunshi.platform.marketday.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.marketday.domain.DayReport.OfCategory;
import io.xunshi.platform.marketday.domain.DayReport.Row;
import io.xunshi.platform.marketday.domain.DayReport.Takings;
import io.xunshi.platform.payment.StallMoney.Means;
import java.util.List;
import org.junit.jupiter.api.Test;

class DayReportTests {

    @Test
    void cashAndCodeOfACategoryAreOneLine() {
        var report = DayReport.of(List.of(new Row("toy", Means.CASH, 2, 700), new Row("toy", Means.CODE, 1, 900)), 0);

        assertThat(report.categories()).containsExactly(new OfCategory("toy", new Takings(3, 700, 900)));
        assertThat(report.takings().totalFen()).isEqualTo(1_600);
    }

    @Test
    void theCategoryThatTookMostComesFirst() {
        var report =
                DayReport.of(List.of(new Row("fiction", Means.CASH, 9, 900), new Row("toy", Means.CODE, 1, 901)), 2);

        assertThat(report.categories()).extracting(OfCategory::category).containsExactly("toy", "fiction");
        assertThat(report.cancelled()).isEqualTo(2);
    }

    @Test
    void aDayWithoutSalesTookNothing() {
        assertThat(DayReport.of(List.of(), 0)).isEqualTo(new DayReport(Takings.NONE, 0, List.of()));
    }
}
