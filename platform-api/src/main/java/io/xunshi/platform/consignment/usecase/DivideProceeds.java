package io.xunshi.platform.consignment.usecase;

import io.xunshi.platform.consignment.ConsignmentEvents.ConsignedItemSold;
import io.xunshi.platform.consignment.domain.Agreement.Consignor;
import io.xunshi.platform.consignment.domain.ConsignedItem;
import io.xunshi.platform.consignment.domain.ConsignedItem.Sale;
import io.xunshi.platform.consignment.domain.ConsignedItem.Way;
import io.xunshi.platform.consignment.domain.ItemState;
import io.xunshi.platform.consignment.domain.Point;
import io.xunshi.platform.consignment.domain.Split;
import io.xunshi.platform.consignment.storage.AgreementRepository;
import io.xunshi.platform.consignment.storage.ItemRepository;
import io.xunshi.platform.consignment.storage.PointRepository;
import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.order.OrderFacts;
import io.xunshi.platform.payment.ConsignmentMoney;
import io.xunshi.platform.payment.ConsignmentMoney.Division;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/**
 * Divides what a finished order of a point's brought. The consignor's share is the same online as over the counter: the
 * platform's fee comes out of the point's commission, which is never less.
 */
@Component
public class DivideProceeds {
    private final PointRepository points;
    private final ItemRepository items;
    private final AgreementRepository agreements;
    private final ConsignmentMoney money;
    private final EventPublisher events;
    private final IdGenerator ids;

    DivideProceeds(
            PointRepository points,
            ItemRepository items,
            AgreementRepository agreements,
            ConsignmentMoney money,
            EventPublisher events,
            IdGenerator ids) {
        this.points = points;
        this.items = items;
        this.agreements = agreements;
        this.money = money;
        this.events = events;
        this.ids = ids;
    }

    /** Does nothing for the order of somebody who is no point, nor the second time. */
    @Transactional
    public Mono<Void> divide(OrderFacts order, Instant at) {
        return points.findByAccount(order.seller())
                .flatMap(shop -> items.findByListing(order.listingId())
                        .hasElement()
                        .flatMap(consigned -> consigned ? divide(order, shop, at) : keep(order)));
    }

    private Mono<Void> divide(OrderFacts order, Point shop, Instant at) {
        return items.findByListing(order.listingId()).flatMap(item -> {
            var split = Split.of(order.price(), item.perMille());
            return items.sell(item.id(), ItemState.ON_SALE, new Sale(Way.ONLINE, order.price(), split.commission()), at)
                    .flatMap(sold -> money.divideProceeds(order.orderId(), shop.account(), division(order, sold, split))
                            .then(Mono.defer(() -> tell(sold, at))));
        });
    }

    private static Division division(OrderFacts order, ConsignedItem item, Split split) {
        return new Division(
                item.point().value(),
                item.agreementId(),
                split.share(),
                split.commission().minus(order.fee()));
    }

    /** Something of the shop's own: nobody else has a share in it. */
    private Mono<Void> keep(OrderFacts order) {
        return money.releaseProceeds(
                order.orderId(), order.seller(), order.price().minus(order.fee()));
    }

    private Mono<Void> tell(ConsignedItem item, Instant at) {
        return agreements.find(item.agreementId()).flatMap(agreement -> switch (agreement.consignor()) {
            case Consignor.Known known ->
                events.publish(new ConsignedItemSold(
                        ids.next(), at, item.id(), known.account(), agreement.code(), item.title()));
            case Consignor.OnPaper onPaper -> Mono.empty();
        });
    }
}
