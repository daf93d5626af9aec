package io.xunshi.platform.pricing;

import io.xunshi.platform.pricing.Finding.Kind;
import io.xunshi.platform.pricing.Line.Rule;
import io.xunshi.platform.pricing.Quantity.Unit;
import io.xunshi.platform.pricing.QuotationalPeriod.Called;
import io.xunshi.platform.pricing.QuotationalPeriod.MeanOf;
import io.xunshi.platform.pricing.QuotationalPeriod.OnDay;
import io.xunshi.platform.pricing.QuotationalPeriod.PricingCall;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Ref(series, QP) comes to, on what is known. */
final class ReferencePrice {
    private final PriceFacts facts;
    private final Sheet sheet;

    ReferencePrice(PriceFacts facts, Sheet sheet) {
        this.facts = facts;
        this.sheet = sheet;
    }

    /** Fen a tonne, exact; null where the series has no fixing to go by. */
    @Nullable
    Ratio of(PriceFormula.Reference reference) {
        var series = reference.series();
        return switch (reference.period()) {
            case OnDay(LocalDate day) -> onDay(series, day);
            case MeanOf mean -> mean(series, facts.fixings().calendar(series).daysFrom(mean.from(), mean.days()));
            case Called called -> called(series, called);
        };
    }

    private @Nullable Ratio onDay(String series, LocalDate day) {
        return isKnowable(series, day) ? fixing(series, day) : estimate(series, day, 1);
    }

    private @Nullable Ratio mean(String series, List<LocalDate> days) {
        var known = days.stream().filter(day -> isKnowable(series, day)).toList();
        if (known.isEmpty()) {
            return estimate(series, days.getFirst(), days.size());
        }
        if (known.size() < days.size()) {
            sheet.find(new Finding(Kind.PENDING_DAYS, series, Quantity.of(days.size() - known.size(), Unit.COUNT)));
        }
        var sum = Ratio.ZERO;
        for (var day : known) {
            var price = fixing(series, day);
            if (price == null) {
                return null;
            }
            sum = sum.plus(price);
        }
        var mean = sum.dividedBy(Ratio.of(known.size()));
        sheet.add(Line.of(
                Rule.MEAN,
                series,
                Quantity.printed(mean, Unit.FEN_PER_TONNE),
                new Line.Input("sum", Quantity.printed(sum, Unit.FEN_PER_TONNE)),
                Line.Input.of("days", known.size(), Unit.COUNT)));
        return mean;
    }

    private @Nullable Ratio called(String series, Called called) {
        var parts = new ArrayList<Part>();
        facts.calls().stream()
                .filter(call -> isKnowable(series, call.day()))
                .sorted(Comparator.comparing(PricingCall::day).thenComparing(PricingCall::grams))
                .forEach(call -> parts.add(new Part(Rule.CALLED_PART, call.day(), call.grams())));
        var pending = facts.calls().size() - parts.size();
        var rest = called.left(facts.calls());
        if (rest > 0
                && isKnowable(series, called.deadline())
                && called.deadline().isBefore(facts.today())) {
            parts.add(new Part(Rule.UNCALLED_PART, called.deadline(), rest));
        } else if (rest > 0) {
            sheet.find(new Finding(Kind.UNCALLED, series, Quantity.of(rest, Unit.GRAM)));
        }
        if (parts.isEmpty()) {
            return estimate(series, called.deadline(), Math.max(1, pending));
        }
        if (pending > 0) {
            sheet.find(new Finding(Kind.PENDING_DAYS, series, Quantity.of(pending, Unit.COUNT)));
        }
        return weightedMean(series, parts);
    }

    private @Nullable Ratio weightedMean(String series, List<Part> parts) {
        var sum = Ratio.ZERO;
        var grams = 0L;
        for (var part : parts) {
            var price = fixing(series, part.day());
            if (price == null) {
                return null;
            }
            sheet.add(Line.of(
                    part.rule(),
                    subject(series, part.day()),
                    Quantity.printed(price, Unit.FEN_PER_TONNE),
                    Line.Input.of("grams", part.grams(), Unit.GRAM)));
            sum = sum.plus(price.times(Ratio.of(part.grams())));
            grams = Math.addExact(grams, part.grams());
        }
        var mean = sum.dividedBy(Ratio.of(grams));
        sheet.add(Line.of(
                Rule.CALLED_MEAN,
                series,
                Quantity.printed(mean, Unit.FEN_PER_TONNE),
                Line.Input.of("grams", grams, Unit.GRAM)));
        return mean;
    }

    /** A past day without a fixing will not get one; today's may still come. */
    private boolean isKnowable(String series, LocalDate day) {
        var tradingDay = facts.fixings().calendar(series).onOrBefore(day);
        return !day.isAfter(facts.today())
                && (tradingDay.isBefore(facts.today())
                        || facts.fixings().on(series, tradingDay).isPresent());
    }

    /** The day's, or that of the last trading day before it that has one. */
    private @Nullable Ratio fixing(String series, LocalDate day) {
        var own = facts.fixings().on(series, day).orElse(null);
        if (own != null) {
            return used(Rule.FIXING, own, day);
        }
        var before = facts.fixings().onOrBefore(series, day).orElse(null);
        if (before == null) {
            sheet.find(Finding.of(Kind.NO_FIXING, subject(series, day)));
            return null;
        }
        sheet.find(Finding.of(Kind.CARRIED_FIXING, subject(series, day)));
        return used(Rule.CARRIED_FIXING, before, day);
    }

    /** Before anything of the period is known: the last fixing up to today. */
    private @Nullable Ratio estimate(String series, LocalDate first, int pending) {
        sheet.find(new Finding(Kind.PENDING_DAYS, series, Quantity.of(pending, Unit.COUNT)));
        var last = facts.fixings().onOrBefore(series, facts.today()).orElse(null);
        if (last == null) {
            sheet.find(Finding.of(Kind.NO_FIXING, subject(series, first)));
            return null;
        }
        sheet.find(Finding.of(Kind.ESTIMATED_PRICE, subject(series, last.day())));
        return used(Rule.ESTIMATED_FIXING, last, last.day());
    }

    private Ratio used(Rule rule, Fixing fixing, LocalDate day) {
        sheet.use(fixing);
        sheet.add(Line.of(
                rule,
                subject(fixing.series(), day),
                Quantity.of(fixing.fenPerTonne(), Unit.FEN_PER_TONNE),
                Line.Input.of("revision", fixing.revision(), Unit.COUNT)));
        return Ratio.of(fixing.fenPerTonne());
    }

    private static String subject(String series, LocalDate day) {
        return series + " " + day;
    }

    private record Part(Rule rule, LocalDate day, long grams) {}
}
