package io.xunshi.platform.order.usecase;

import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.order.DisputeId;
import io.xunshi.platform.order.DisputeState;
import io.xunshi.platform.order.OrderEvents.DisputeMoved;
import io.xunshi.platform.order.OrderProblem;
import io.xunshi.platform.order.domain.Dispute;
import io.xunshi.platform.order.domain.DisputeCase;
import io.xunshi.platform.order.domain.DisputeEntry;
import io.xunshi.platform.order.storage.DisputeRepository;
import io.xunshi.platform.order.storage.DisputeStepRepository;
import io.xunshi.platform.order.storage.OrderRepository;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/**
 * Takes one step of a dispute inside the caller's transaction. The dispute is locked from its reading on, so of two who
 * act at the same moment the second sees what the first did.
 */
@Component
class MoveDispute {
    private final DisputeRepository disputes;
    private final DisputeStepRepository entries;
    private final OrderRepository orders;
    private final EventPublisher events;
    private final IdGenerator ids;

    MoveDispute(
            DisputeRepository disputes,
            DisputeStepRepository entries,
            OrderRepository orders,
            EventPublisher events,
            IdGenerator ids) {
        this.disputes = disputes;
        this.entries = entries;
        this.orders = orders;
        this.events = events;
        this.ids = ids;
    }

    /** Empty where there is none. */
    @Transactional(propagation = Propagation.MANDATORY)
    Mono<DisputeCase> lock(DisputeId id) {
        return disputes.lock(id)
                .flatMap(dispute -> orders.find(dispute.order()).map(order -> new DisputeCase(dispute, order)));
    }

    /** The same for one of its sides; for anybody else it raises {@link OrderProblem#DISPUTE_NOT_FOUND}. */
    @Transactional(propagation = Propagation.MANDATORY)
    Mono<DisputeCase> lockOwn(AccountId person, DisputeId id) {
        return lock(id).filter(found -> found.order().concerns(person))
                .switchIfEmpty(Mono.error(OrderProblem.DISPUTE_NOT_FOUND::raise));
    }

    /** Without a lock: only whether the dispute exists for the person. */
    Mono<Void> requireOwn(AccountId person, DisputeId id) {
        return disputes.find(id)
                .flatMap(dispute -> orders.find(dispute.order()))
                .filter(order -> order.concerns(person))
                .switchIfEmpty(Mono.error(OrderProblem.DISPUTE_NOT_FOUND::raise))
                .then();
    }

    /** Raises {@link OrderProblem#DISPUTE_MOVED_ON} where the state does not lead there. */
    @Transactional(propagation = Propagation.MANDATORY)
    Mono<Void> move(DisputeCase locked, DisputeState to, DisputeEntry entry) {
        if (!locked.dispute().state().next().contains(to)) {
            return Mono.error(OrderProblem.DISPUTE_MOVED_ON.raise());
        }
        var moved = locked.dispute().movedTo(to, entry.at());
        return disputes.put(moved).then(note(new DisputeCase(moved, locked.order()), entry));
    }

    /** A step that leaves the dispute where it is. */
    @Transactional(propagation = Propagation.MANDATORY)
    Mono<Void> note(DisputeCase at, DisputeEntry entry) {
        return entries.add(at.dispute().id(), entry)
                .then(orders.find(at.order().id()))
                .flatMap(order -> events.publish(new DisputeMoved(
                        ids.next(),
                        entry.at(),
                        order.facts(),
                        at.dispute().id().value(),
                        entry.kind(),
                        at.dispute().state(),
                        order.state(),
                        entry.by(),
                        refundOf(at.dispute(), entry))));
    }

    private static @Nullable Money refundOf(Dispute dispute, DisputeEntry entry) {
        var named = entry.remedy();
        var outcome = dispute.outcome();
        return named != null ? named.refund() : outcome == null ? null : outcome.refund();
    }
}
