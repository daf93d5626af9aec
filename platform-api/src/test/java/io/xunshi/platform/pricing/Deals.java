package io.xunshi.platform.pricing;

import io.xunshi.platform.pricing.PriceFormula.Fixed;
import io.xunshi.platform.pricing.PriceFormula.Indexed;
import io.xunshi.platform.pricing.PriceFormula.Reference;
import io.xunshi.platform.pricing.QuotationalPeriod.MeanOf;
import io.xunshi.platform.pricing.SettlementTerms.Allowance;
import io.xunshi.platform.pricing.SettlementTerms.Basis;
import io.xunshi.platform.pricing.SettlementTerms.Beyond;
import io.xunshi.platform.pricing.SettlementTerms.DryNet;
import io.xunshi.platform.pricing.SettlementTerms.MoistureAdjusted;
import io.xunshi.platform.pricing.SettlementTerms.ScaleRule;
import io.xunshi.platform.pricing.SettlementTerms.Tax;
import io.xunshi.platform.pricing.WeighTicket.Scale;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Terms and facts of deals, as the tests need them. */
final class Deals {
    static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);
    static final Instant MORNING = Instant.parse("2026-11-02T01:00:00Z");
    static final TradingCalendar CALENDAR = new TradingCalendar(Set.of());
    static final DryNet DRY = new DryNet(new Allowance("inclusion_pct", 0));
    static final Assay.Report NO_ASSAYS = new Assay.Report(List.of(), Set.of());
    static final PriceFacts NO_MARKET = new PriceFacts(Fixings.of(Map.of(), List.of()), List.of(), MONDAY);

    private Deals() {}

    /** Of AD, from Monday the second of November on, a trading day each; in yuan a tonne. */
    static Fixings fixings(long... yuan) {
        var days = CALENDAR.daysFrom(MONDAY, yuan.length);
        var fixings = new ArrayList<Fixing>();
        for (int i = 0; i < yuan.length; i++) {
            fixings.add(new Fixing("AD", days.get(i), 1, yuan[i] * 100));
        }
        return Fixings.of(Map.of("AD", CALENDAR, "AL", CALENDAR), fixings);
    }

    static PriceFacts known(Fixings fixings, LocalDate today) {
        return new PriceFacts(fixings, List.of(), today);
    }

    static Indexed indexed(QuotationalPeriod period) {
        return new Indexed(List.of(new Reference("AD", 8_800, period)), -12_000, List.of());
    }

    static Indexed meanOfFive() {
        return indexed(new MeanOf(5, MONDAY));
    }

    static Fixed fixed(long fenPerTonne, Penalty... penalties) {
        return new Fixed(fenPerTonne, List.of(penalties));
    }

    static SettlementTerms terms(long tonnes, Basis basis, PriceFormula formula) {
        return new SettlementTerms(
                tonnes * 1_000_000,
                300,
                false,
                basis,
                new ScaleRule(Side.SELLER, 30, Beyond.RECEIVED),
                1_000,
                formula,
                new Tax(0, true),
                9_000);
    }

    static MoistureAdjusted paper(boolean bothWays) {
        return new MoistureAdjusted(
                new Allowance("measured_moisture_pct", 1_200), new Allowance("impurity_pct", 100), bothWays);
    }

    static WeighTicket ticket(Scale scale, long grossKg, long tareKg) {
        return ticket(scale, "豫A12345", grossKg * 1_000, tareKg * 1_000);
    }

    static WeighTicket ticket(Scale scale, String plate, long grossGrams, long tareGrams) {
        return new WeighTicket(
                scale,
                "SCS-100-1",
                MONDAY.plusYears(1),
                plate,
                grossGrams,
                MORNING,
                tareGrams,
                MORNING.plusSeconds(1_800),
                false);
    }

    static Delivery delivery(WeighTicket... tickets) {
        return new Delivery(List.of(tickets), 0);
    }

    /** The same weights on both scales, without a truck: nets in kilograms. */
    static Delivery nets(long sellerKg, long buyerKg) {
        return delivery(ticket(Scale.SELLER, sellerKg, 0), ticket(Scale.BUYER, buyerKg, 0));
    }

    static Assay agreed(String attribute, long value) {
        return new Assay(attribute, 20, value, value, null);
    }

    static Assay.Report assays(Assay... assays) {
        return new Assay.Report(List.of(assays), Set.of());
    }
}
