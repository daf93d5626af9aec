package io.xunshi.platform.deal;

import io.xunshi.platform.exchange.LotId;
import io.xunshi.platform.exchange.Measure;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.pricing.SettlementTerms;
import java.time.Instant;

/**
 * What other modules may know of a deal.
 *
 * @param code what people read aloud, <code>Y…</code>
 * @param materialName Chinese, as in the contract
 * @param areaCode where the goods lay when they were offered
 * @param quantity grams or pieces
 * @param price as it was agreed, for a tonne or a piece; of a lot with a formula, what was added to that
 * @param value of the quantity, at the price or at what the formula came to on the day
 * @param settlement all that {@link io.xunshi.platform.pricing.Settlement} needs of the contract
 * @param deliveryCode who brings the goods to whom, as in the lot
 * @param paymentCode when the buyer pays, as in the lot
 */
public record DealView(
        DealId id,
        String code,
        LotId lot,
        OrganisationId seller,
        OrganisationId buyer,
        DealState state,
        String materialCode,
        String materialName,
        int materialEdition,
        String areaCode,
        Measure measure,
        long quantity,
        Money price,
        Money value,
        SettlementTerms settlement,
        String deliveryCode,
        String paymentCode,
        Instant agreedAt,
        Instant signBy) {}
