package io.xunshi.platform.statistics.domain;

import io.xunshi.platform.deal.DealView;
import io.xunshi.platform.exchange.Delivery;
import io.xunshi.platform.exchange.PaymentTerms;
import io.xunshi.transparency.price.PriceNormalisation;

/**
 * The basis on which prices are compared: delivered in Zhengzhou (郑州到厂), without tax (不含税), paid on receipt (货到付款).
 * What it assumes is part of the method: other numbers are another method with another name.
 */
public final class DeliveredInCity {
    /** Of a tonne between two places of the city, by road. */
    private static final long FREIGHT_FEN = 6_000;

    /** What money costs in a year: the one-year loan prime rate (LPR), in basis points. */
    private static final long RATE_BASIS_POINTS = 300;

    /** How much earlier than on receipt is before loading. */
    private static final long DAYS_BEFORE_RECEIPT = 3;

    private static final long DAYS_OF_YEAR = 365;
    private static final long WHOLE_BASIS_POINTS = 10_000;

    private DeliveredInCity() {}

    /** Fen for a tonne. */
    public static long of(DealView deal, long fenPerTonne) {
        var tax = deal.settlement().tax();
        var freight = Delivery.valueOf(deal.deliveryCode()) == Delivery.AT_SELLER ? FREIGHT_FEN : 0;
        return new PriceNormalisation(freight, termsOf(deal, fenPerTonne), tax.included() ? tax.rateBp() : 0)
                .of(fenPerTonne);
    }

    /** Who pays before loading gives the seller the use of the money meanwhile. */
    private static long termsOf(DealView deal, long fenPerTonne) {
        return switch (PaymentTerms.valueOf(deal.paymentCode())) {
            case BEFORE_LOADING ->
                fenPerTonne * RATE_BASIS_POINTS * DAYS_BEFORE_RECEIPT / (WHOLE_BASIS_POINTS * DAYS_OF_YEAR);
            case PROVISIONAL_AND_FINAL, AFTER_WEIGHING -> 0;
        };
    }
}
