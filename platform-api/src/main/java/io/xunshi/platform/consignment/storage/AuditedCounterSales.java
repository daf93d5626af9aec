package io.xunshi.platform.consignment.storage;

import io.xunshi.platform.audit.AuditedTrade.Role;
import io.xunshi.platform.audit.OneStepTrades;
import io.xunshi.platform.audit.TradeKind;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/** Sales over all counters. Whose the thing was stays between the point and the consignor; the point is the party. */
@Component
class AuditedCounterSales extends OneStepTrades {
    private static final String SALES = """
            select sale.id, sale.code, 'SOLD' as state, point.account as party, item.listing_id, item.title,
                   point.district_code, sale.price_fen, sale.snapshot_hash, sale.sold_at as at
            from consignment.counter_sale sale
            join consignment.item on item.id = sale.item_id
            join consignment.point on point.id = sale.point_id""";

    AuditedCounterSales(DatabaseClient database) {
        super(database, TradeKind.COUNTER_SALE, Role.POINT, "PAID_AT_COUNTER", SALES);
    }
}
