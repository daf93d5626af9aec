package io.xunshi.platform.pricing.domain;

import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.kernel.ProblemException;
import io.xunshi.platform.pricing.Fixing;
import io.xunshi.platform.pricing.Fixings;
import io.xunshi.platform.pricing.PricingProblem;
import io.xunshi.platform.pricing.TradingCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Prices that are entered at once; never empty, each day once. Sorted by day. */
public record NewFixings(List<NewFixing> prices) {
    /** How far back a price may lie that a new one is compared with. */
    public static final int DAYS_COMPARED = 60;

    public NewFixings {
        prices = prices.stream().sorted(Comparator.comparing(NewFixing::day)).toList();
    }

    public LocalDate first() {
        return prices.getFirst().day();
    }

    public LocalDate last() {
        return prices.getLast().day();
    }

    /** What no confirmation heals, all of it. */
    public List<FieldFault> faults(TradingCalendar calendar, LocalDate today) {
        return prices.stream()
                .map(price -> price.fault(calendar, today))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * The fixings that they become beside those that are there already.
     *
     * @param confirmed days whose prices are meant
     * @throws ProblemException field faults for days that have one already; {@link PricingProblem#CONFIRM_PRICES} with
     *     the {@link Doubt}s for prices far from the one before
     */
    public List<Fixing> against(String series, Fixings there, Set<LocalDate> confirmed) {
        var again = prices.stream()
                .filter(price -> there.on(series, price.day()).isPresent())
                .map(price -> price.fault("day", "fixed-already"))
                .toList();
        if (!again.isEmpty()) {
            throw FieldFault.refuse(again);
        }
        var fixings = prices.stream().map(price -> price.of(series, 1)).toList();
        var doubts = doubts(there.with(fixings), fixings).stream()
                .filter(doubt -> !confirmed.contains(doubt.day()))
                .toList();
        if (!doubts.isEmpty()) {
            throw PricingProblem.CONFIRM_PRICES.raise().with("doubts", doubts);
        }
        return fixings;
    }

    /** Each is compared with the one before it, be that old or of the same file. */
    private static List<Doubt> doubts(Fixings all, List<Fixing> fixings) {
        var doubts = new ArrayList<Doubt>();
        for (var fixing : fixings) {
            all.onOrBefore(fixing.series(), fixing.day().minusDays(1))
                    .flatMap(previous -> Doubt.of(fixing.day(), fixing.fenPerTonne(), previous))
                    .ifPresent(doubts::add);
        }
        return doubts;
    }
}
