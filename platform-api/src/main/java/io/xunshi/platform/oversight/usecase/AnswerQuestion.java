package io.xunshi.platform.oversight.usecase;

import static java.util.Comparator.comparing;

import io.xunshi.platform.audit.Finding;
import io.xunshi.platform.audit.SavedQuery;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.OrganisationView;
import io.xunshi.platform.organisation.Organisations;
import io.xunshi.platform.oversight.OversightProblem;
import io.xunshi.platform.trace.TraceLog;
import io.xunshi.platform.trace.TraceLog.Entry;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Runs the saved queries of an audit question, and looks up where the log proves what they find. */
@Component
public class AnswerQuestion {
    private static final int FINDINGS_MAX = 200;

    /** Nothing happened before, and nobody asks further ahead: a day that no calendar reaches would be an error. */
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);

    private final List<SavedQuery> queries;
    private final Organisations organisations;
    private final TraceLog log;

    AnswerQuestion(List<SavedQuery> queries, Organisations organisations, TraceLog log) {
        this.queries = queries;
        this.organisations = organisations;
        this.log = log;
    }

    /** Newest first, at most two hundred. Raises {@link OversightProblem#NO_SUCH_QUERY}. */
    public Mono<List<Answer>> answer(int question, LocalDate first, LocalDate last) {
        return Flux.fromIterable(queries)
                .filter(query -> query.question() == question)
                .switchIfEmpty(Mono.error(OversightProblem.NO_SUCH_QUERY::raise))
                .concatMap(query -> query.find(within(first), within(last), FINDINGS_MAX))
                .sort(comparing(Finding::at).reversed())
                .take(FINDINGS_MAX)
                .collectList()
                .flatMap(this::proven);
    }

    private static LocalDate within(LocalDate day) {
        if (day.isBefore(EARLIEST)) {
            return EARLIEST;
        }
        return day.isAfter(LATEST) ? LATEST : day;
    }

    /** Each with its organisation's name and where the log proves it. */
    Mono<List<Answer>> proven(List<Finding> findings) {
        var owners = findings.stream()
                .map(Finding::organisation)
                .filter(Objects::nonNull)
                .distinct()
                .map(OrganisationId::new)
                .toList();
        return organisations
                .findAll(owners)
                .collectMap(owner -> owner.id().value(), OrganisationView::name)
                .flatMap(names -> Flux.fromIterable(findings)
                        .concatMap(finding -> positionsOf(finding)
                                .map(positions -> new Answer(
                                        finding,
                                        finding.organisation() == null
                                                ? ""
                                                : names.getOrDefault(finding.organisation(), ""),
                                        positions)))
                        .collectList());
    }

    private Mono<List<Long>> positionsOf(Finding finding) {
        return Mono.justOrEmpty(finding.subject())
                .flatMapMany(log::entriesOf)
                .map(Entry::index)
                .collectList();
    }

    /**
     * A finding with its evidence.
     *
     * @param organisation its name; empty where there is none
     * @param positions of its records in the log
     */
    public record Answer(Finding finding, String organisation, List<Long> positions) {
        public Answer {
            positions = List.copyOf(positions);
        }
    }
}
