package io.xunshi.platform.corner.usecase;

import io.xunshi.platform.corner.CornerProblem;
import io.xunshi.platform.corner.domain.Overdue;
import io.xunshi.platform.corner.domain.Term;
import io.xunshi.platform.corner.domain.TermReport;
import io.xunshi.platform.corner.domain.Wanted;
import io.xunshi.platform.corner.storage.BookRepository;
import io.xunshi.platform.corner.storage.CornerRepository.Desk;
import io.xunshi.platform.corner.storage.SchoolRepository;
import io.xunshi.platform.corner.storage.TermReportRepository;
import io.xunshi.platform.identity.AccountId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reports of a term by class, and for the teacher the list of what is overdue. */
@Component
public class ReadReports {
    private static final int MOST_WANTED = 20;

    private final Desks desks;
    private final SchoolRepository school;
    private final TermReportRepository reports;
    private final BookRepository books;

    ReadReports(Desks desks, SchoolRepository school, TermReportRepository reports, BookRepository books) {
        this.desks = desks;
        this.school = school;
        this.reports = reports;
        this.books = books;
    }

    /**
     * Raises {@link CornerProblem#NO_SUCH_TERM}, or {@link CornerProblem#CLASS_TOO_SMALL} where the class stands in no
     * row of its own.
     *
     * @param classId whose most wanted titles are asked for; null for those of all
     */
    public Mono<Report> of(AccountId librarian, UUID termId, @Nullable UUID classId) {
        return desks.of(librarian)
                .flatMap(desk -> school.findTerm(desk.corner(), termId)
                        .switchIfEmpty(Mono.error(CornerProblem.NO_SUCH_TERM::raise))
                        .flatMap(term -> figures(desk, term)
                                .filter(figures -> classId == null || figures.shows(classId))
                                .switchIfEmpty(
                                        Mono.error(() -> CornerProblem.CLASS_TOO_SMALL.raise(TermReport.READERS_MIN)))
                                .flatMap(figures -> wanted(figures, termId, classId)
                                        .map(wanted -> new Report(term, figures, wanted)))));
    }

    /** By card code, which the teacher looks up on the school's paper. */
    public Flux<Overdue> overdue(AccountId librarian) {
        return desks.of(librarian).flatMapMany(desk -> books.findOverdue(desk.corner(), desks.today()));
    }

    private Mono<TermReport> figures(Desk desk, Term term) {
        return reports.ofClasses(desk.corner(), term.id(), desks.today())
                .collectList()
                .flatMap(classes -> reports.ofSchool(term.id()).map(own -> TermReport.of(own, classes)));
    }

    private Mono<List<Wanted>> wanted(TermReport figures, UUID term, @Nullable UUID classId) {
        return figures.withheld()
                ? Mono.just(List.of())
                : reports.mostWanted(term, classId, MOST_WANTED).collectList();
    }

    /** @param mostWanted taken and borrowed most, the most wanted first */
    public record Report(Term term, TermReport figures, List<Wanted> mostWanted) {

        public Report {
            mostWanted = List.copyOf(mostWanted);
        }
    }
}
