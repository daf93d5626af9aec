package io.xunshi.platform.order.usecase;

import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.order.OrderEvents.OrderShipmentDue;
import io.xunshi.platform.order.OrderState;
import io.xunshi.platform.order.domain.BundlePart;
import io.xunshi.platform.order.domain.Order;
import io.xunshi.platform.order.storage.OrderRepository;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reminds sellers, once, of parcels that they have not sent; what was due while nothing ran is done later. */
@Component
public class RemindToShip {
    private static final int BATCH = 200;

    private final OrderRepository orders;
    private final EventPublisher events;
    private final TransactionalOperator transaction;
    private final IdGenerator ids;
    private final Clock clock;

    RemindToShip(
            OrderRepository orders,
            EventPublisher events,
            TransactionalOperator transaction,
            IdGenerator ids,
            Clock clock) {
        this.orders = orders;
        this.events = events;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${xunshi.order.reminder-interval:5s}")
    public Mono<Void> remindDue() {
        return Mono.defer(() -> orders.takeToRemind(clock.instant(), BATCH)
                .filter(order -> order.state() == OrderState.AWAITING_SHIPMENT)
                .collectMultimap(Order::parcel)
                .flatMapIterable(Map::values)
                .concatMap(inParcel -> remind(List.copyOf(inParcel)))
                .then()
                .as(transaction::transactional));
    }

    private Mono<Void> remind(List<Order> inParcel) {
        return Flux.range(0, inParcel.size())
                .concatMap(i -> events.publish(new OrderShipmentDue(
                        ids.next(), clock.instant(), inParcel.get(i).facts(BundlePart.stepOf(i, inParcel)))))
                .then();
    }
}
