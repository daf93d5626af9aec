package io.xunshi.platform.corner.web;

import io.xunshi.platform.corner.domain.TermReport.Figures;
import io.xunshi.platform.corner.usecase.ReadReports.Report;
import io.xunshi.platform.http.CsvFile;
import org.jspecify.annotations.Nullable;

/** A report as a table. */
final class ReportCsv {
    private ReportCsv() {}

    static CsvFile of(Report report) {
        var file = new CsvFile()
                .head(
                        "range",
                        "entry_year",
                        "class",
                        "readers",
                        "given",
                        "taken",
                        "lent",
                        "returned",
                        "lost",
                        "overdue");
        var figures = report.figures();
        figures.classes().forEach(one -> add(file, "class", one.entryYear(), one.number(), one.figures()));
        add(file, "others", figures.others());
        add(file, "school", figures.school());
        add(file, "total", figures.total());
        file.emptyLine().head("isbn", "title", "authors", "times");
        report.mostWanted().forEach(one -> file.row(one.isbn(), one.title(), one.authors(), one.times()));
        return file;
    }

    private static void add(CsvFile file, String range, @Nullable Figures figures) {
        if (figures != null) {
            add(file, range, "", "", figures);
        }
    }

    private static void add(CsvFile file, String range, Object entryYear, Object number, Figures figures) {
        file.row(
                range,
                entryYear,
                number,
                figures.readers(),
                figures.given(),
                figures.taken(),
                figures.lent(),
                figures.returned(),
                figures.lost(),
                figures.overdue());
    }
}
