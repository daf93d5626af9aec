package io.xunshi.platform.pricing;

import io.xunshi.platform.pricing.Quantity.Unit;
import java.util.List;

/**
 * One line of the arithmetic, as both sides read it.
 *
 * @param subject what it is about: a series and a day, an attribute, a plate, a side; empty where the rule says it all
 * @param inputs by the names that the rule's text uses
 */
public record Line(Rule rule, String subject, List<Input> inputs, Quantity result) {
    public Line {
        inputs = List.copyOf(inputs);
    }

    static Line of(Rule rule, String subject, Quantity result, Input... inputs) {
        return new Line(rule, subject, List.of(inputs), result);
    }

    /** What goes into a line, and under which name. */
    public record Input(String name, Quantity quantity) {
        static Input of(String name, long amount, Unit unit) {
            return new Input(name, Quantity.of(amount, unit));
        }
    }

    /** By which rule the result comes about; each has a text in both languages under its name. */
    public enum Rule {
        /** The fixing of a trading day, in a revision. */
        FIXING,
        /** The day has no fixing; that of the trading day before counts. */
        CARRIED_FIXING,
        /** Nothing of the period is known yet; the last fixing stands in for it. */
        ESTIMATED_FIXING,
        /** 均价: the sum of the fixings, by their number. */
        MEAN,
        /** 点价: a part of the quantity, at the fixing of the day it was called. */
        CALLED_PART,
        /** Nobody called the rest in time, so the deadline's fixing counts for it. */
        UNCALLED_PART,
        /** Fixings weighted with the parts that were called at them. */
        CALLED_MEAN,
        /** 系数: reference × coefficient. */
        COEFFICIENT,
        /** 升贴水: what is added, or taken off where it is negative. */
        PREMIUM,
        FIXED_PRICE,
        /** 扣款, in proportion to what is beyond the free limit. */
        LINEAR_PENALTY,
        /** 扣款, by the highest step that was reached. */
        STEPPED_PENALTY,
        /** Sum of the terms less the penalties; rounded here, and never below zero. */
        PRICE,
        /** Gross less tare. */
        NET,
        /** All of one side's tickets. */
        SIDE_NET,
        /** 磅差: buyer's weight less seller's, against the tolerance. */
        SCALE_DIFFERENCE,
        /** The weight that counts. */
        COUNTED_NET,
        COUNTED_PIECES,
        /** Both readings within the splitting limit: their mean. */
        ASSAY_MEAN,
        /** Only one side has read. */
        ASSAY_ALONE,
        /** The umpire's, if between the two, otherwise that of the side nearer to the umpire. */
        ASSAY_UMPIRE,
        /** Brought to contract moisture: × (1 − measured) ÷ (1 − contract). */
        MOISTURE,
        /** × (1 − (measured − contract)). */
        INCLUSION,
        /** Rounded here, to the step that the contract names. */
        SETTLEMENT_WEIGHT,
        /** What is paid for where more came than the contract takes. */
        PAYABLE_WEIGHT,
        /** Weight × price; rounded here. */
        GOODS_AMOUNT,
        /** Of an amount with tax: ÷ (1 + rate); rounded here. */
        NET_OF_TAX,
        /** The rest, so that no fen is lost. */
        TAX_WITHIN,
        /** Of an amount before tax: × rate; rounded here. */
        TAX_ON_TOP,
        TOTAL,
        /** 暂付: a share of the total; rounded here. */
        PROVISIONAL_SHARE,
        PAID_BEFORE,
        DEPOSIT_SET_OFF,
        DEPOSIT_RELEASED,
        DUE,
        REFUND
    }
}
