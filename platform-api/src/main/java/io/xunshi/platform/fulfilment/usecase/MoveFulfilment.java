package io.xunshi.platform.fulfilment.usecase;

import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.fulfilment.FulfilmentCause;
import io.xunshi.platform.fulfilment.FulfilmentEvents.ClaimEnded;
import io.xunshi.platform.fulfilment.FulfilmentEvents.DealAccepted;
import io.xunshi.platform.fulfilment.FulfilmentEvents.DeliveryFailed;
import io.xunshi.platform.fulfilment.FulfilmentState;
import io.xunshi.platform.fulfilment.domain.Claim;
import io.xunshi.platform.fulfilment.domain.Fulfilment;
import io.xunshi.platform.fulfilment.domain.Performance;
import io.xunshi.platform.fulfilment.domain.Statement;
import io.xunshi.platform.fulfilment.storage.FulfilmentRepository;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.pricing.SettlementTerms;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Moves a performance from one state to the next. All in the transaction of a caller who has locked it. */
@Component
class MoveFulfilment {
    private final FulfilmentRepository fulfilments;
    private final IssueStatement issueStatement;
    private final EventPublisher events;
    private final IdGenerator ids;
    private final Clock clock;

    MoveFulfilment(
            FulfilmentRepository fulfilments,
            IssueStatement issueStatement,
            EventPublisher events,
            IdGenerator ids,
            Clock clock) {
        this.fulfilments = fulfilments;
        this.issueStatement = issueStatement;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Performed> move(Performed performed, FulfilmentState to, FulfilmentCause cause) {
        return move(performed, performed.head().moved(to, cause, clock.instant()));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Performed> move(Performed performed, Fulfilment moved) {
        return fulfilments.move(moved).map(performed::with);
    }

    /** Once the last load is weighed at both ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Performed> afterWeighing(Performed performed) {
        return performed.state() == FulfilmentState.DISPATCHED
                        && performed.performance().isAllWeighed()
                ? weighed(performed, FulfilmentCause.ALL_WEIGHED)
                : Mono.just(performed);
    }

    /** Where a contract pays the same for any quality there is nothing to sample. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Performed> weighed(Performed performed, FulfilmentCause cause) {
        return move(performed, FulfilmentState.WEIGHED, cause)
                .flatMap(this::withProvisional)
                .flatMap(weighed -> weighed.reckoning().agreed().isEmpty()
                        ? move(weighed, FulfilmentState.ASSAYED, FulfilmentCause.NOTHING_TO_READ)
                        : Mono.just(weighed));
    }

    /** Once both sides have read. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Performed> afterReading(Performed performed) {
        if (!performed.reckoning().isReadByBoth()) {
            return Mono.just(performed);
        }
        return performed.reckoning().disputed().isEmpty()
                ? move(performed, FulfilmentState.ASSAYED, FulfilmentCause.READINGS_AGREE)
                : move(performed, FulfilmentState.DISPUTED, FulfilmentCause.READINGS_APART);
    }

    /** The goods are the buyer's; the statement follows at once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Performed> accept(Performed performed, FulfilmentCause cause) {
        return move(performed, FulfilmentState.ACCEPTED, cause)
                .delayUntil(accepted -> events.publish(new DealAccepted(
                        ids.next(),
                        accepted.head().since(),
                        accepted.deal().id(),
                        accepted.performance().netGrams(),
                        accepted.seal(Seals.ofAcceptance(accepted)))))
                .flatMap(this::settle);
    }

    /** The final statement, where nothing is open any more; otherwise it is tried again tomorrow. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Performed> settle(Performed performed) {
        return withStatement(performed)
                .flatMap(reckoned -> isFinal(reckoned.performance())
                        ? move(reckoned, FulfilmentState.SETTLED, FulfilmentCause.FIGURES_FINAL)
                        : fulfilments
                                .save(reckoned.head()
                                        .moved(reckoned.state(), reckoned.head().cause(), clock.instant()))
                                .map(reckoned::with));
    }

    /** The claim is saved; what it ended with decides what follows. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Performed> endClaim(Performed performed, Claim claim) {
        var outcome = Objects.requireNonNull(claim.outcome(), "A claim that has ended has an outcome");
        var cause = Objects.requireNonNull(claim.ending(), "A claim that has ended says how");
        var ended = performed.with(claim);
        return events.publish(new ClaimEnded(
                        ids.next(),
                        claim.since(),
                        performed.deal().id(),
                        claim.id(),
                        cause,
                        outcome.isRefusal(),
                        outcome.fen(),
                        performed.seal(Seals.of(claim))))
                .then(Mono.defer(() ->
                        outcome.isRefusal() ? move(ended, FulfilmentState.REFUSED, cause) : accept(ended, cause)));
    }

    /** Nothing came. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Performed> fail(Performed performed, FulfilmentCause cause) {
        return move(performed, FulfilmentState.NOT_DELIVERED, cause)
                .delayUntil(failed -> events.publish(new DeliveryFailed(
                        ids.next(),
                        failed.head().since(),
                        failed.deal().id(),
                        cause,
                        failed.seal(Seals.ofFailure(failed)))));
    }

    private Mono<Performed> withProvisional(Performed weighed) {
        return weighed.deal().settlement().provisionalShareBp() == SettlementTerms.WHOLE_BP
                ? Mono.just(weighed)
                : withStatement(weighed);
    }

    private Mono<Performed> withStatement(Performed performed) {
        return issueStatement
                .issue(performed)
                .map(statement -> withStatement(performed, statement))
                .defaultIfEmpty(performed);
    }

    private static Performed withStatement(Performed performed, Statement statement) {
        var all = new ArrayList<>(performed.performance().statements());
        all.add(statement);
        return performed.with(performed.performance().withStatements(all));
    }

    private static boolean isFinal(Performance performance) {
        var all = performance.statements();
        return !all.isEmpty() && !all.getLast().view().isProvisional();
    }
}
