package io.xunshi.platform.corner.web;

import io.xunshi.platform.corner.domain.Overdue;
import io.xunshi.platform.corner.domain.Term;
import io.xunshi.platform.corner.domain.TermReport;
import io.xunshi.platform.corner.domain.TermReport.ClassFigures;
import io.xunshi.platform.corner.domain.TermReport.Figures;
import io.xunshi.platform.corner.domain.Wanted;
import io.xunshi.platform.corner.usecase.ReadReports;
import io.xunshi.platform.corner.usecase.ReadReports.Report;
import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.identity.SignedIn;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Reports of terms and classes, and what is overdue. */
@RestController
@RequestMapping("/api/v1/my/book-corner")
class ReportController {
    private final ReadReports readReports;

    ReportController(ReadReports readReports) {
        this.readReports = readReports;
    }

    /** @param classId whose most wanted titles are shown; all, where it is left out */
    @GetMapping("/terms/{id}/report")
    @Access(Caller.ORGANISATION_MEMBER)
    Mono<ReportResponse> report(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID classId) {
        return readReports.of(who.id(), id, classId).map(ReportResponse::of);
    }

    @GetMapping("/terms/{id}/report.csv")
    @Access(Caller.ORGANISATION_MEMBER)
    Mono<ResponseEntity<String>> csv(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return readReports
                .of(who.id(), id, null)
                .map(report -> ReportCsv.of(report).attached(nameOf(report.term())));
    }

    /** By class; the teacher looks the cards up on the school's paper. */
    @GetMapping("/overdue")
    @Access(Caller.ORGANISATION_MEMBER)
    Mono<List<OverdueResponse>> overdue(@AuthenticationPrincipal SignedIn who) {
        return readReports.overdue(who.id()).map(OverdueResponse::of).collectList();
    }

    private static String nameOf(Term term) {
        return "book-corner-%d-%s.csv"
                .formatted(term.schoolYear(), term.half().name().toLowerCase(Locale.ROOT));
    }

    /**
     * A term in figures; no row stands for fewer than five readers.
     *
     * @param school what no card was shown for
     * @param others classes that are too small, together; null where there are none
     * @param withheld all classes together are too few readers
     */
    record ReportResponse(
            UUID termId,
            Figures total,
            Figures school,
            List<ClassFigures> classes,
            @Nullable Figures others,
            boolean withheld,
            List<Wanted> mostWanted) {

        static ReportResponse of(Report report) {
            TermReport figures = report.figures();
            return new ReportResponse(
                    report.term().id(),
                    figures.total(),
                    figures.school(),
                    figures.classes(),
                    figures.others(),
                    figures.withheld(),
                    report.mostWanted());
        }
    }

    /** @param cardCode null where the reader is forgotten */
    record OverdueResponse(BookResponse book, @Nullable String cardCode, int entryYear, int classNumber) {

        static OverdueResponse of(Overdue overdue) {
            return new OverdueResponse(
                    BookResponse.of(overdue.book()), overdue.cardCode(), overdue.entryYear(), overdue.classNumber());
        }
    }
}
