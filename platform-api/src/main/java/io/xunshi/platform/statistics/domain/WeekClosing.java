package io.xunshi.platform.statistics.domain;

import io.xunshi.platform.statistics.domain.ObservedDeal.Shown;
import io.xunshi.transparency.price.Bands;
import io.xunshi.transparency.price.Disclosure;
import io.xunshi.transparency.price.DominanceRule;
import io.xunshi.transparency.price.TradeSide;
import io.xunshi.transparency.record.PriceRecord;
import io.xunshi.transparency.record.PriceRecord.Committed;
import io.xunshi.transparency.record.PriceRecord.WeekClosed;
import io.xunshi.transparency.record.PriceWeek;
import io.xunshi.transparency.record.Vintage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the log is told of a week at a vintage: commitments that it does not have yet, what of them is shown now, and
 * how many there were. A pure function of the week's deals and of the secrets.
 *
 * @param deals all of the week, as they are afterwards
 * @param records in the order in which they are sealed
 */
public record WeekClosing(PriceWeek week, Vintage vintage, List<ObservedDeal> deals, List<PriceRecord> records) {

    public WeekClosing {
        deals = List.copyOf(deals);
        records = List.copyOf(records);
    }

    /** What was shown at an earlier vintage stays as it is; the others are looked at again, by themselves. */
    public static WeekClosing of(
            PriceWeek week, Vintage vintage, List<ObservedDeal> before, DominanceRule rule, WeekPseudonyms names) {
        var sorted = before.stream()
                .sorted(Comparator.comparing(ObservedDeal::commitment))
                .toList();
        var after = shownAt(vintage, sorted, rule);
        var records = new ArrayList<PriceRecord>();
        sorted.stream()
                .filter(deal -> deal.committedIn() == null)
                .map(deal -> new Committed(week, deal.commitment()))
                .forEach(records::add);
        after.stream()
                .filter(deal -> deal.shown() != null && deal.shown().vintage() == vintage)
                .map(deal -> revealed(deal, names))
                .forEach(records::add);
        records.add(closed(week, vintage, after));
        return new WeekClosing(week, vintage, after, records);
    }

    private static List<ObservedDeal> shownAt(Vintage vintage, List<ObservedDeal> deals, DominanceRule rule) {
        var decision = new Disclosure(rule)
                .of(deals.stream()
                        .filter(deal -> deal.shown() == null && deal.rejection().isEmpty())
                        .map(ObservedDeal::labelled)
                        .toList());
        return deals.stream()
                .map(deal -> deal.committed(vintage))
                .map(deal -> decision.levelOf(deal.commitment())
                        .map(level -> deal.shown(new Shown(vintage, level)))
                        .orElse(deal))
                .toList();
    }

    private static PriceRecord revealed(ObservedDeal deal, WeekPseudonyms names) {
        var shown = Objects.requireNonNull(deal.shown(), "Only what is shown is revealed");
        return deal.observation()
                .revealed(
                        deal.secret(),
                        shown.vintage(),
                        shown.level(),
                        names.of(deal, shown.level(), TradeSide.SELLER),
                        names.of(deal, shown.level(), TradeSide.BUYER));
    }

    private static WeekClosed closed(PriceWeek week, Vintage vintage, List<ObservedDeal> deals) {
        var hidden = deals.stream().filter(deal -> deal.shown() == null).toList();
        var rejected = hidden.stream()
                .flatMap(deal -> deal.rejection().stream())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        var bands = new TreeMap<String, String>();
        rejected.forEach((reason, count) -> bands.put(reason.name(), Bands.of(count)));
        var withheld =
                hidden.stream().filter(deal -> deal.rejection().isEmpty()).count();
        return new WeekClosed(week, vintage, deals.size(), bands, Bands.of(withheld));
    }
}
