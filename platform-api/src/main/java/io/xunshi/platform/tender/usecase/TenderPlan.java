package io.xunshi.platform.tender.usecase;

import io.xunshi.platform.exchange.Asked;
import io.xunshi.platform.exchange.Delivery;
import io.xunshi.platform.exchange.PaymentTerms;
import io.xunshi.platform.exchange.TaxBasis;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer would ask for, as they say it.
 *
 * @param invited 统一社会信用代码 of the organisations that may see it; everybody where it is empty
 * @param demand of the buyer's own that it begins as
 */
public record TenderPlan(
        String title,
        String description,
        String areaCode,
        String address,
        Delivery delivery,
        PaymentTerms payment,
        TaxBasis tax,
        Set<String> invited,
        @Nullable UUID demand,
        List<Asked> lines,
        Instant closesAt,
        Instant awardBy) {

    public TenderPlan {
        invited = Set.copyOf(invited);
        lines = List.copyOf(lines);
    }
}
