package io.xunshi.platform.consignment.usecase;

import io.xunshi.platform.audit.AuditedTrade;
import io.xunshi.platform.audit.AuditedTrade.Step;
import io.xunshi.platform.audit.AuditedTrades;
import io.xunshi.platform.audit.TradeKind;
import io.xunshi.platform.consignment.storage.CounterSaleRecords;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.ShortCode;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Counter sales for those who check them. */
@Component
class AuditedCounterSales implements AuditedTrades {
    private static final String CAUSE = "PAID_AT_COUNTER";

    private final CounterSaleRecords sales;

    AuditedCounterSales(CounterSaleRecords sales) {
        this.sales = sales;
    }

    @Override
    public TradeKind kind() {
        return TradeKind.COUNTER_SALE;
    }

    @Override
    public Mono<AuditedTrade> find(UUID id) {
        return sales.find(id);
    }

    @Override
    public Mono<AuditedTrade> findByCode(String code) {
        return sales.findByCode(ShortCode.normalize(code));
    }

    @Override
    public Flux<AuditedTrade> findOf(AccountId person, int limit) {
        return sales.findOf(person, limit);
    }

    @Override
    public Flux<AuditedTrade> findOfListing(UUID listingId, int limit) {
        return sales.findOfListing(listingId).take(limit);
    }

    @Override
    public Flux<AuditedTrade> findNewest(int limit) {
        return sales.findNewest(limit);
    }

    @Override
    public Flux<Step> stepsOf(UUID id) {
        return sales.find(id)
                .map(sale -> new Step(CounterSaleRecords.STATE, sale.begunAt(), CAUSE, null))
                .flux();
    }
}
