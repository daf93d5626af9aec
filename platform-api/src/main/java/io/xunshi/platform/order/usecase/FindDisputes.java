package io.xunshi.platform.order.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.AccountView;
import io.xunshi.platform.identity.Accounts;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.media.PhotoHash;
import io.xunshi.platform.media.PhotoId;
import io.xunshi.platform.media.PhotoView;
import io.xunshi.platform.media.Photos;
import io.xunshi.platform.order.DisputeId;
import io.xunshi.platform.order.DisputeReason;
import io.xunshi.platform.order.DisputeStep;
import io.xunshi.platform.order.OrderId;
import io.xunshi.platform.order.OrderProblem;
import io.xunshi.platform.order.Side;
import io.xunshi.platform.order.domain.Dispute;
import io.xunshi.platform.order.domain.DisputeCase;
import io.xunshi.platform.order.domain.DisputeEntry;
import io.xunshi.platform.order.domain.FeeRule;
import io.xunshi.platform.order.domain.Order;
import io.xunshi.platform.order.domain.RefundSplit;
import io.xunshi.platform.order.domain.Snapshots;
import io.xunshi.platform.order.storage.DisputeRepository;
import io.xunshi.platform.order.storage.DisputeStepRepository;
import io.xunshi.platform.order.storage.OrderRepository;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Shows disputes to their two sides, and to officers those in which one was called. */
@Component
public class FindDisputes {
    private static final Set<DisputeStep> CALLS =
            Set.of(DisputeStep.ESCALATED, DisputeStep.NOT_SETTLED_IN_TIME, DisputeStep.RETURN_DENIED);

    private final DisputeRepository disputes;
    private final DisputeStepRepository entries;
    private final OrderRepository orders;
    private final Accounts accounts;
    private final Photos photos;

    FindDisputes(
            DisputeRepository disputes,
            DisputeStepRepository entries,
            OrderRepository orders,
            Accounts accounts,
            Photos photos) {
        this.disputes = disputes;
        this.entries = entries;
        this.orders = orders;
        this.accounts = accounts;
        this.photos = photos;
    }

    /** Raises {@link OrderProblem#DISPUTE_NOT_FOUND}, for a stranger's dispute too. */
    public Mono<DisputeFile> find(AccountId person, DisputeId id) {
        return disputes.find(id)
                .flatMap(this::file)
                .filter(file -> file.order().concerns(person))
                .switchIfEmpty(Mono.error(OrderProblem.DISPUTE_NOT_FOUND::raise));
    }

    /** Raises {@link OrderProblem#DISPUTE_NOT_FOUND}, also where no officer was ever called. */
    public Mono<DisputeFile> findForOfficer(DisputeId id) {
        return disputes.find(id)
                .flatMap(this::file)
                .filter(file -> file.entries().stream().map(DisputeEntry::kind).anyMatch(CALLS::contains))
                .switchIfEmpty(Mono.error(OrderProblem.DISPUTE_NOT_FOUND::raise));
    }

    /** Those that wait for an officer, the one that waits longest first. */
    public Mono<Page<DisputeFile>> queue(@Nullable Cursor after, int limit) {
        return disputes.findForOfficers(after, limit + 1)
                .concatMap(this::file)
                .collectList()
                .map(rows -> Page.ofOneMore(
                        rows,
                        limit,
                        row -> new Cursor(
                                row.dispute().waitingSince(), row.dispute().id().value())));
    }

    /** Who would get what; raises {@link OrderProblem#REFUND_AMOUNT_WRONG} for more than the price. */
    public Mono<RefundSplit> effect(AccountId person, OrderId id, Money refund, DisputeReason reason) {
        return MoveOrder.visibleTo(person, orders.find(id)).flatMap(order -> split(order, refund, reason));
    }

    /** The same for a case. */
    public Mono<RefundSplit> effectForOfficer(DisputeId id, Money refund) {
        return findForOfficer(id)
                .flatMap(file -> split(file.order(), refund, file.dispute().reason()));
    }

    private static Mono<RefundSplit> split(Order order, Money refund, DisputeReason reason) {
        return refund.isNegative() || refund.compareTo(order.price()) > 0
                ? Mono.error(OrderProblem.REFUND_AMOUNT_WRONG.raise())
                : Mono.fromCallable(() -> RefundSplit.of(
                        order.price(), order.delivery(), refund, reason, FeeRule.named(order.feeRule())));
    }

    private Mono<DisputeFile> file(Dispute dispute) {
        return orders.find(dispute.order())
                .flatMap(order -> entries.findOf(dispute.id())
                        .collectList()
                        .flatMap(happened -> people(order)
                                .flatMap(people -> pictures(order, happened)
                                        .map(pictures -> new DisputeFile(
                                                new DisputeCase(dispute, order), happened, people, pictures)))));
    }

    private Mono<Map<AccountId, AccountView>> people(Order order) {
        return accounts.findAll(List.of(order.buyer(), order.seller())).collectMap(AccountView::id);
    }

    private Mono<Map<PhotoId, PhotoView>> pictures(Order order, List<DisputeEntry> happened) {
        var shown = happened.stream().flatMap(entry -> entry.photos().stream()).map(PhotoHash::id);
        var promised = order.snapshot().photoIds().stream().map(PhotoId::new);
        return Flux.defer(() ->
                        photos.find(Stream.concat(promised, shown).distinct().toList()))
                .collectMap(PhotoView::id);
    }

    /** A dispute with everything that its page shows. */
    public record DisputeFile(
            DisputeCase about,
            List<DisputeEntry> entries,
            Map<AccountId, AccountView> people,
            Map<PhotoId, PhotoView> pictures) {
        public DisputeFile {
            entries = List.copyOf(entries);
        }

        public Dispute dispute() {
            return about.dispute();
        }

        public Order order() {
            return about.order();
        }

        /** Whether the snapshot still says what was promised when it was frozen. */
        public boolean isSnapshotGenuine() {
            return Snapshots.isGenuine(order().snapshot());
        }

        /** What a side asked or proposed last. */
        public Optional<DisputeEntry> lastProposalOf(Side side) {
            return entries.stream()
                    .filter(entry -> entry.by() == side && entry.isProposal())
                    .reduce((earlier, later) -> later);
        }

        /** Whether somebody may decide it: no side of it, and nobody who decided in it before. */
        public boolean canBeDecidedBy(AccountId officer) {
            return dispute().state().isForOfficers()
                    && !order().concerns(officer)
                    && entries.stream().noneMatch(entry -> officer.equals(entry.officer()));
        }
    }
}
