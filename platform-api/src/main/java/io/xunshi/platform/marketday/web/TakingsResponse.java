package io.xunshi.platform.marketday.web;

import io.xunshi.platform.http.CsvFile;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.marketday.domain.DayReport;
import io.xunshi.platform.marketday.domain.DayReport.Takings;
import java.util.List;

/**
 * What was sold, of a day or at a stall.
 *
 * @param cash what was paid in cash
 * @param code what was paid with sellers' own payment codes
 * @param cancelled sales that were recorded wrongly
 * @param categories the most taken first
 */
record TakingsResponse(
        int items, Money total, Money cash, Money code, int cancelled, List<CategoryTakingsResponse> categories) {

    static TakingsResponse of(DayReport report) {
        Takings takings = report.takings();
        return new TakingsResponse(
                takings.items(),
                Money.fen(takings.totalFen()),
                Money.fen(takings.cashFen()),
                Money.fen(takings.codeFen()),
                report.cancelled(),
                report.categories().stream()
                        .map(one -> new CategoryTakingsResponse(
                                one.category(),
                                one.takings().items(),
                                Money.fen(one.takings().totalFen())))
                        .toList());
    }

    /** One line of each category and the sum. */
    static CsvFile csv(DayReport report) {
        var file = new CsvFile().head("category", "items", "cash_fen", "code_fen", "total_fen");
        report.categories().forEach(one -> add(file, one.category(), one.takings()));
        add(file, "total", report.takings());
        return file;
    }

    private static void add(CsvFile file, String category, Takings takings) {
        file.row(category, takings.items(), takings.cashFen(), takings.codeFen(), takings.totalFen());
    }

    /** What a category brought. */
    record CategoryTakingsResponse(String category, int items, Money total) {}
}
