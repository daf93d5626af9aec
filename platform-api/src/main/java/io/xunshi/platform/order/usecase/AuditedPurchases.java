package io.xunshi.platform.order.usecase;

import io.xunshi.platform.audit.AuditedTrade;
import io.xunshi.platform.audit.AuditedTrade.Good;
import io.xunshi.platform.audit.AuditedTrade.Party;
import io.xunshi.platform.audit.AuditedTrade.Role;
import io.xunshi.platform.audit.AuditedTrade.Step;
import io.xunshi.platform.audit.AuditedTrades;
import io.xunshi.platform.audit.TradeKind;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.ShortCode;
import io.xunshi.platform.order.OrderId;
import io.xunshi.platform.order.domain.Order;
import io.xunshi.platform.order.storage.OrderRepository;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Purchases for those who check them. */
@Component
class AuditedPurchases implements AuditedTrades {
    private final OrderRepository orders;

    AuditedPurchases(OrderRepository orders) {
        this.orders = orders;
    }

    @Override
    public TradeKind kind() {
        return TradeKind.PURCHASE;
    }

    @Override
    public Mono<AuditedTrade> find(UUID id) {
        return orders.find(new OrderId(id)).map(AuditedPurchases::audited);
    }

    @Override
    public Mono<AuditedTrade> findByCode(String code) {
        return orders.findByCode(ShortCode.normalize(code)).map(AuditedPurchases::audited);
    }

    @Override
    public Flux<AuditedTrade> findOf(AccountId person, int limit) {
        return orders.findOfParty(person, limit).map(AuditedPurchases::audited);
    }

    @Override
    public Flux<AuditedTrade> findOfListing(UUID listingId, int limit) {
        return orders.findOfListing(listingId, limit).map(AuditedPurchases::audited);
    }

    @Override
    public Flux<AuditedTrade> findNewest(int limit) {
        return orders.findNewest(limit).map(AuditedPurchases::audited);
    }

    @Override
    public Flux<Step> stepsOf(UUID id) {
        return orders.stepsOf(new OrderId(id))
                .map(step ->
                        new Step(step.state().name(), step.at(), step.cause().name(), step.reason()));
    }

    private static AuditedTrade audited(Order order) {
        var promised = order.snapshot();
        return new AuditedTrade(
                order.id().value(),
                order.code(),
                TradeKind.PURCHASE,
                order.state().name(),
                List.of(new Party(order.buyer(), Role.BUYER), new Party(order.seller(), Role.SELLER)),
                List.of(new Good(
                        order.listingId(),
                        promised.title(),
                        promised.districtCode(),
                        order.pieces(),
                        order.price(),
                        promised.hash())),
                order.placedAt());
    }
}
