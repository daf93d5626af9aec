package io.xunshi.platform.corner.usecase;

import io.xunshi.platform.corner.CornerProblem;
import io.xunshi.platform.corner.domain.CreditRule;
import io.xunshi.platform.corner.domain.SchoolClass;
import io.xunshi.platform.corner.domain.Term;
import io.xunshi.platform.corner.domain.Term.Half;
import io.xunshi.platform.corner.storage.CornerRepository;
import io.xunshi.platform.corner.storage.MovementRepository;
import io.xunshi.platform.corner.storage.SchoolRepository;
import io.xunshi.platform.http.HttpProblem;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the school decides about its corner: the credit rule, classes and terms. */
@Component
public class KeepCorner {
    private static final int DAYS_OF_TERM_MAX = 300;

    private final Desks desks;
    private final CornerRepository corners;
    private final SchoolRepository school;
    private final MovementRepository movements;
    private final IdGenerator ids;
    private final Clock clock;

    KeepCorner(
            Desks desks,
            CornerRepository corners,
            SchoolRepository school,
            MovementRepository movements,
            IdGenerator ids,
            Clock clock) {
        this.desks = desks;
        this.corners = corners;
        this.school = school;
        this.movements = movements;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Decides a new version, which holds from now on; what was earned and lent before stays. Raises
     * {@link CornerProblem#RULE_OUT_OF_RANGE}.
     */
    @Transactional
    public Mono<CreditRule> decide(AccountId librarian, CreditRule rule) {
        return desks.of(librarian)
                .flatMap(desk -> rule.isInRange()
                        ? corners.addRule(desk.corner(), rule, librarian, clock.instant())
                                .switchIfEmpty(Mono.error(HttpProblem.CONFLICT::raise))
                        : Mono.error(CornerProblem.RULE_OUT_OF_RANGE.raise()));
    }

    /** Raises {@link CornerProblem#CLASS_EXISTS}. */
    @Transactional
    public Mono<SchoolClass> addClass(AccountId librarian, int entryYear, int number) {
        var added = new SchoolClass(ids.next(), entryYear, number, 0, 0);
        return desks.of(librarian)
                .flatMap(desk -> school.addClass(desk.corner(), added.id(), entryYear, number))
                .filter(isNew -> isNew)
                .switchIfEmpty(Mono.error(CornerProblem.CLASS_EXISTS::raise))
                .thenReturn(added);
    }

    public Flux<SchoolClass> classes(AccountId librarian) {
        return desks.of(librarian).flatMapMany(desk -> school.findClasses(desk.corner()));
    }

    /** Raises {@link CornerProblem#BAD_DATES} or {@link CornerProblem#TERM_EXISTS}. */
    @Transactional
    public Mono<Term> openTerm(AccountId librarian, int schoolYear, Half half, LocalDate startsOn, LocalDate endsOn) {
        var days = endsOn.toEpochDay() - startsOn.toEpochDay();
        if (days < 1 || days > DAYS_OF_TERM_MAX || Math.abs(startsOn.getYear() - schoolYear) > 1) {
            return Mono.error(CornerProblem.BAD_DATES.raise());
        }
        var term = new Term(ids.next(), schoolYear, half, startsOn, endsOn, null);
        return desks.of(librarian)
                .flatMap(desk -> school.addTerm(desk.corner(), term, clock.instant()))
                .filter(added -> added)
                .switchIfEmpty(Mono.error(CornerProblem.TERM_EXISTS::raise))
                .thenReturn(term);
    }

    public Flux<Term> terms(AccountId librarian) {
        return desks.of(librarian).flatMapMany(desk -> school.findTerms(desk.corner()));
    }

    /**
     * Closes a term: nothing is scanned until the next one opens, and credits beyond what may be carried over expire.
     * Books stay lent. Raises {@link CornerProblem#NO_SUCH_TERM} or {@link CornerProblem#TERM_IS_CLOSED}.
     */
    @Transactional
    public Mono<Term> closeTerm(AccountId librarian, UUID id) {
        var now = clock.instant();
        return desks.of(librarian)
                .flatMap(desk -> school.findTerm(desk.corner(), id)
                        .switchIfEmpty(Mono.error(CornerProblem.NO_SUCH_TERM::raise))
                        .then(school.closeTerm(desk.corner(), id, librarian, now))
                        .filter(closed -> closed)
                        .switchIfEmpty(Mono.error(CornerProblem.TERM_IS_CLOSED::raise))
                        .then(movements.expire(
                                desk.corner(),
                                id,
                                desk.rule().carryMax(),
                                desk.rule().version(),
                                now))
                        .then(school.findTerm(desk.corner(), id)));
    }
}
