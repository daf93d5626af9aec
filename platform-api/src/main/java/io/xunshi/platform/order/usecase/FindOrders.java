package io.xunshi.platform.order.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.AccountView;
import io.xunshi.platform.identity.Accounts;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.media.PhotoId;
import io.xunshi.platform.media.PhotoView;
import io.xunshi.platform.media.Photos;
import io.xunshi.platform.order.OrderId;
import io.xunshi.platform.order.OrderState;
import io.xunshi.platform.order.OrderView.Step;
import io.xunshi.platform.order.domain.Dispute;
import io.xunshi.platform.order.domain.Order;
import io.xunshi.platform.order.storage.DisputeRepository;
import io.xunshi.platform.order.storage.OrderRepository;
import io.xunshi.platform.payment.PaymentView;
import io.xunshi.platform.payment.Payments;
import io.xunshi.platform.shipping.ShipmentView;
import io.xunshi.platform.shipping.Shipments;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Shows people their purchases and sales. */
@Component
public class FindOrders {
    private final OrderRepository orders;
    private final DisputeRepository disputes;
    private final Payments payments;
    private final Shipments shipments;
    private final Accounts accounts;
    private final Photos photos;
    private final Clock clock;

    FindOrders(
            OrderRepository orders,
            DisputeRepository disputes,
            Payments payments,
            Shipments shipments,
            Accounts accounts,
            Photos photos,
            Clock clock) {
        this.orders = orders;
        this.disputes = disputes;
        this.payments = payments;
        this.shipments = shipments;
        this.accounts = accounts;
        this.photos = photos;
        this.clock = clock;
    }

    /** Raises {@link io.xunshi.platform.order.OrderProblem#NOT_FOUND}, for a stranger's order too. */
    public Mono<WholeOrder> find(AccountId person, OrderId id) {
        return MoveOrder.visibleTo(person, orders.find(id)).flatMap(this::whole);
    }

    /** Newest first. */
    public Mono<Page<WholeOrder>> findBought(AccountId buyer, @Nullable Cursor after, int limit) {
        return orders.findBought(buyer, after, limit + 1).collectList().flatMap(rows -> page(rows, limit));
    }

    /** Newest first. */
    public Mono<Page<WholeOrder>> findSold(AccountId seller, @Nullable Cursor after, int limit) {
        return orders.findSold(seller, after, limit + 1).collectList().flatMap(rows -> page(rows, limit));
    }

    /** An order with everything that its page shows. */
    public Mono<WholeOrder> whole(Order order) {
        return orders.stepsOf(order.id())
                .collectList()
                .flatMap(steps -> payments.findByOrder(order.id().value())
                        .flatMap(payment -> people(List.of(order))
                                .flatMap(people -> pictures(List.of(order))
                                        .map(found -> new WholeOrder(
                                                order, steps, payment, people, found, null, false, null)))))
                .flatMap(this::withDispute)
                .flatMap(this::withShipment);
    }

    private Mono<WholeOrder> withShipment(WholeOrder whole) {
        return whole.order().delivery() == null
                ? Mono.just(whole)
                : shipments.find(whole.order().parcel()).map(whole::sent).defaultIfEmpty(whole);
    }

    private Mono<WholeOrder> withDispute(WholeOrder whole) {
        return disputes.findOfOrder(whole.order().id())
                .map(dispute -> whole.disputed(dispute))
                .defaultIfEmpty(isDisputable(whole) ? whole.disputable() : whole);
    }

    private boolean isDisputable(WholeOrder whole) {
        return switch (whole.order().state()) {
            case PAID, HANDED_OVER, IN_TRANSIT, DELIVERED -> true;
            case COMPLETED ->
                whole.steps().stream()
                        .filter(step -> step.state() == OrderState.COMPLETED)
                        .anyMatch(
                                step -> step.at().plus(Dispute.AFTER_COMPLETION).isAfter(clock.instant()));
            case AWAITING_PAYMENT,
                    COLLECTING,
                    AWAITING_SHIPMENT,
                    CANCELLING_SHIPMENT,
                    DISPUTED,
                    EXPIRED,
                    CANCELLING,
                    CANCELLED -> false;
        };
    }

    private Mono<Page<WholeOrder>> page(List<Order> rows, int limit) {
        var page = Page.ofOneMore(
                rows, limit, row -> new Cursor(row.placedAt(), row.id().value()));
        return people(page.items())
                .flatMap(people -> pictures(page.items())
                        .map(found -> page.map(
                                order -> new WholeOrder(order, List.of(), null, people, found, null, false, null))));
    }

    private Mono<Map<AccountId, AccountView>> people(List<Order> several) {
        return accounts.findAll(several.stream()
                        .flatMap(order -> Stream.of(order.buyer(), order.seller()))
                        .distinct()
                        .toList())
                .collectMap(AccountView::id);
    }

    private Mono<Map<PhotoId, PhotoView>> pictures(List<Order> several) {
        return photos.find(several.stream()
                        .flatMap(order -> order.snapshot().photoIds().stream().limit(1))
                        .map(PhotoId::new)
                        .toList())
                .collectMap(PhotoView::id);
    }

    /**
     * @param steps empty in lists
     * @param payment null in lists
     * @param dispute null in lists, and where there is none
     * @param isDisputable whether the buyer can dispute it now; false in lists
     * @param shipment null in lists, and where the goods change hands in person
     */
    public record WholeOrder(
            Order order,
            List<Step> steps,
            @Nullable PaymentView payment,
            Map<AccountId, AccountView> people,
            Map<PhotoId, PhotoView> pictures,
            @Nullable Dispute dispute,
            boolean isDisputable,
            @Nullable ShipmentView shipment) {

        WholeOrder disputed(Dispute by) {
            return new WholeOrder(order, steps, payment, people, pictures, by, false, shipment);
        }

        WholeOrder disputable() {
            return new WholeOrder(order, steps, payment, people, pictures, null, true, shipment);
        }

        WholeOrder sent(ShipmentView parcel) {
            return new WholeOrder(order, steps, payment, people, pictures, dispute, isDisputable, parcel);
        }
    }
}
