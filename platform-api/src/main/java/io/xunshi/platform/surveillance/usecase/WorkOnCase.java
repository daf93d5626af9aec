package io.xunshi.platform.surveillance.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.AccountView;
import io.xunshi.platform.identity.Accounts;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.OrganisationView;
import io.xunshi.platform.organisation.Organisations;
import io.xunshi.platform.surveillance.SurveillanceProblem;
import io.xunshi.platform.surveillance.domain.CaseFilter;
import io.xunshi.platform.surveillance.domain.CaseState;
import io.xunshi.platform.surveillance.domain.Finding;
import io.xunshi.platform.surveillance.domain.SurveillanceCase;
import io.xunshi.platform.surveillance.domain.SurveillanceCase.CaseMove;
import io.xunshi.platform.surveillance.domain.SurveillanceCase.CaseNote;
import io.xunshi.platform.surveillance.domain.SurveillanceCase.CaseStep;
import io.xunshi.platform.surveillance.storage.CaseRepository;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** What officers read of cases and do with them. Of two who move a case at once the first one does. */
@Component
public class WorkOnCase {
    private final CaseRepository cases;
    private final Accounts accounts;
    private final Organisations organisations;
    private final IdGenerator ids;
    private final Clock clock;

    WorkOnCase(CaseRepository cases, Accounts accounts, Organisations organisations, IdGenerator ids, Clock clock) {
        this.cases = cases;
        this.accounts = accounts;
        this.organisations = organisations;
        this.ids = ids;
        this.clock = clock;
    }

    /** Newest first, without their evidence. */
    public Mono<NamedCases> find(CaseFilter filter, @Nullable Cursor after, int limit) {
        return cases.find(filter, after, limit + 1)
                .collectList()
                .map(rows -> Page.ofOneMore(rows, limit, found -> new Cursor(found.raisedAt(), found.id())))
                .flatMap(page -> named(page.items(), List.of(), List.of()).map(names -> new NamedCases(page, names)));
    }

    /** Raises {@link SurveillanceProblem#NO_SUCH_CASE}. */
    public Mono<WholeCase> read(UUID id) {
        return cases.find(id)
                .switchIfEmpty(Mono.error(SurveillanceProblem.NO_SUCH_CASE::raise))
                .flatMap(this::whole);
    }

    /** Raises {@link SurveillanceProblem#NO_SUCH_CASE} and what {@link SurveillanceCase#moved} does. */
    @Transactional
    public Mono<WholeCase> move(AccountId officer, UUID id, CaseMove move) {
        return locked(id)
                .map(found -> found.moved(move, officer))
                .delayUntil(moved -> cases.save(moved, moved.state() == CaseState.CLOSED ? officer : null))
                .delayUntil(moved -> cases.addStep(
                        id, new CaseStep(moved.state(), clock.instant(), officer, moved.reason(), move.words())))
                .flatMap(this::whole);
    }

    /**
     * The officer works on it from now on. Raises {@link SurveillanceProblem#NO_SUCH_CASE}, and
     * {@link SurveillanceProblem#NOT_NOW} where nobody works on it yet or any more.
     */
    @Transactional
    public Mono<WholeCase> takeOver(AccountId officer, UUID id) {
        return locked(id)
                .map(found -> found.takenOver(officer))
                .delayUntil(taken -> cases.save(taken, null))
                .delayUntil(taken ->
                        cases.addStep(id, new CaseStep(taken.state(), clock.instant(), officer, taken.reason(), "")))
                .flatMap(this::whole);
    }

    /**
     * Also on what is closed. Raises {@link SurveillanceProblem#NO_SUCH_CASE}.
     *
     * @param documentSha256 of a paper that the officer has, hexadecimal; null where there is none
     */
    @Transactional
    public Mono<WholeCase> note(AccountId officer, UUID id, String words, @Nullable String documentSha256) {
        return locked(id)
                .delayUntil(found ->
                        cases.addNote(id, new CaseNote(ids.next(), clock.instant(), officer, words, documentSha256)))
                .flatMap(this::whole);
    }

    private Mono<SurveillanceCase> locked(UUID id) {
        return cases.lock(id).switchIfEmpty(Mono.error(SurveillanceProblem.NO_SUCH_CASE::raise));
    }

    private Mono<WholeCase> whole(SurveillanceCase found) {
        return cases.stepsOf(found.id())
                .collectList()
                .flatMap(steps -> cases.notesOf(found.id())
                        .collectList()
                        .flatMap(notes -> named(List.of(found), steps, notes)
                                .map(names -> new WholeCase(found, steps, notes, names))));
    }

    private Mono<Names> named(List<SurveillanceCase> found, List<CaseStep> steps, List<CaseNote> notes) {
        var officers = Stream.of(
                        found.stream().map(SurveillanceCase::assignee),
                        found.stream().map(SurveillanceCase::closingBy),
                        steps.stream().map(CaseStep::officer),
                        notes.stream().map(CaseNote::officer))
                .flatMap(all -> all)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return accounts.findAll(officers)
                .collectMap(AccountView::id, AccountView::displayName)
                .flatMap(people -> organisations
                        .findAll(concernedBy(found))
                        .collectMap(OrganisationView::id, OrganisationView::name)
                        .map(firms -> new Names(people, firms)));
    }

    private static List<OrganisationId> concernedBy(List<SurveillanceCase> found) {
        return found.stream()
                .map(SurveillanceCase::finding)
                .flatMap(WorkOnCase::concernedBy)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static Stream<@Nullable OrganisationId> concernedBy(Finding finding) {
        return Stream.concat(
                finding.organisations().stream(),
                finding.evidence().stream().flatMap(fact -> Stream.of(fact.from(), fact.to())));
    }

    /** By id; without those that are gone. */
    public record Names(Map<AccountId, String> officers, Map<OrganisationId, String> organisations) {

        public Names {
            officers = Map.copyOf(officers);
            organisations = Map.copyOf(organisations);
        }
    }

    public record NamedCases(Page<SurveillanceCase> page, Names names) {}

    /** A case with its history and notes, oldest first. */
    public record WholeCase(SurveillanceCase found, List<CaseStep> steps, List<CaseNote> notes, Names names) {

        public WholeCase {
            steps = List.copyOf(steps);
            notes = List.copyOf(notes);
        }
    }
}
