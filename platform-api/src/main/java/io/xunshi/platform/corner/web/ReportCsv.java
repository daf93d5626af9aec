package io.xunshi.platform.corner.web;

import io.xunshi.platform.corner.domain.TermReport.ClassFigures;
import io.xunshi.platform.corner.domain.TermReport.Figures;
import io.xunshi.platform.corner.domain.Wanted;
import io.xunshi.platform.corner.usecase.ReadReports.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A report as a table (RFC 4180), with the mark by which spreadsheets know UTF-8. */
final class ReportCsv {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String LINE_END = "\r\n";
    private static final List<String> HEAD =
            List.of("range", "entry_year", "class", "readers", "given", "taken", "lent", "returned", "lost", "overdue");

    private ReportCsv() {}

    static String of(Report report) {
        var lines = new ArrayList<String>();
        lines.add(String.join(",", HEAD));
        report.figures().classes().forEach(one -> lines.add(line(one)));
        if (report.figures().others() != null) {
            lines.add(line("others", "", "", report.figures().others()));
        }
        lines.add(line("school", "", "", report.figures().school()));
        lines.add(line("total", "", "", report.figures().total()));
        lines.add("");
        lines.add("isbn,title,authors,times");
        report.mostWanted().forEach(wanted -> lines.add(line(wanted)));
        return BYTE_ORDER_MARK + String.join(LINE_END, lines) + LINE_END;
    }

    private static String line(ClassFigures one) {
        return line("class", one.entryYear(), one.number(), one.figures());
    }

    private static String line(String range, Object entryYear, Object number, Figures figures) {
        return Stream.of(
                        range,
                        entryYear,
                        number,
                        figures.readers(),
                        figures.given(),
                        figures.taken(),
                        figures.lent(),
                        figures.returned(),
                        figures.lost(),
                        figures.overdue())
                .map(Objects::toString)
                .collect(Collectors.joining(","));
    }

    private static String line(Wanted wanted) {
        return String.join(
                ",", wanted.isbn(), quoted(wanted.title()), quoted(wanted.authors()), Integer.toString(wanted.times()));
    }

    /** A text that a spreadsheet would reckon with gets an apostrophe before it (OWASP, CSV injection). */
    private static String quoted(String text) {
        var safe = text.matches("^[=+\\-@].*") ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
