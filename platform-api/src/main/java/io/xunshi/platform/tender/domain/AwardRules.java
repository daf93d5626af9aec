package io.xunshi.platform.tender.domain;

import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.tender.domain.Comparison.Ranked;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which quotes a buyer may take how much of. Names all faults at once. */
public final class AwardRules {
    private static final int REASON_MIN = 5;
    private static final int REASON_MAX = 500;

    private final Map<UUID, OfLine> quotes;
    private final Map<Integer, Long> asked;
    private final List<Comparison> comparisons;

    /** @param comparisons one for each line */
    public AwardRules(List<Comparison> comparisons) {
        this.comparisons = List.copyOf(comparisons);
        quotes = comparisons.stream()
                .flatMap(
                        comparison -> comparison.quotes().stream().map(ranked -> new OfLine(comparison.line(), ranked)))
                .collect(Collectors.toMap(quote -> quote.ranked().quote().id(), quote -> quote));
        asked = comparisons.stream()
                .collect(Collectors.toMap(
                        comparison -> comparison.line().number(),
                        comparison -> comparison.line().quantity()));
    }

    /** Fields are named by the place of the pick: <code>picks[0].quantity</code>. */
    public List<FieldFault> faultsOf(List<AwardPick> picks) {
        if (picks.isEmpty()) {
            return List.of(new FieldFault("picks", "tender.field.picks"));
        }
        var faults = new ArrayList<FieldFault>();
        var sums = new HashMap<Integer, Long>();
        var seen = new HashSet<UUID>();
        var taken = picks.stream().collect(Collectors.toMap(AwardPick::quote, AwardPick::quantity, Long::max));
        for (int i = 0; i < picks.size(); i++) {
            var pick = picks.get(i);
            var quote = quotes.get(pick.quote());
            if (quote == null || !seen.add(pick.quote())) {
                faults.add(fault(i, "quoteId", "pick-quote"));
            } else {
                var sum = sums.merge(quote.line().number(), Math.max(pick.quantity(), 0), Long::sum);
                check(faults, quote.ranked().isValid(), fault(i, "quoteId", "pick-expired"));
                check(faults, isTaken(quote, pick.quantity()), fault(i, "quantity", "pick-quantity"));
                check(faults, sum <= askedOf(quote), fault(i, "quantity", "pick-too-much"));
                check(faults, isReasoned(quote, pick, taken), fault(i, "reason", "pick-reason"));
            }
        }
        return List.copyOf(faults);
    }

    private long askedOf(OfLine quote) {
        return asked.getOrDefault(quote.line().number(), 0L);
    }

    private static boolean isTaken(OfLine quote, long quantity) {
        return quantity >= quote.ranked().leastOf(quote.line())
                && quantity <= quote.ranked().quote().sheet().quantity();
    }

    private boolean isReasoned(OfLine quote, AwardPick pick, Map<UUID, Long> taken) {
        var reason = pick.reason();
        return reason == null ? !passesOver(quote, taken) : isReason(reason);
    }

    /** Whether something cheaper of the same line is not taken as far as it goes, though that would have cost less. */
    private boolean passesOver(OfLine quote, Map<UUID, Long> taken) {
        return !isAsCheapAsTheSplit(quote.line(), taken)
                && othersOf(quote)
                        .filter(other -> other.ranked().isValid()
                                && other.ranked()
                                                .comparedPrice()
                                                .compareTo(quote.ranked().comparedPrice())
                                        < 0)
                        .anyMatch(other ->
                                taken.getOrDefault(other.ranked().quote().id(), 0L)
                                        < other.ranked().quote().sheet().quantity());
    }

    /** Smallest parts can ask for leaving some of a cheaper quote. */
    private boolean isAsCheapAsTheSplit(TenderLine line, Map<UUID, Long> taken) {
        return comparisons.stream()
                .filter(comparison -> comparison.line().number() == line.number())
                .anyMatch(comparison -> comparison.isAsCheapAsTheSplit(taken));
    }

    private Stream<OfLine> othersOf(OfLine quote) {
        return quotes.values().stream()
                .filter(other -> other.line().number() == quote.line().number());
    }

    private static boolean isReason(String reason) {
        var length = reason.strip().codePointCount(0, reason.strip().length());
        return length >= REASON_MIN && length <= REASON_MAX;
    }

    private static void check(List<FieldFault> faults, boolean holds, FieldFault fault) {
        if (!holds) {
            faults.add(fault);
        }
    }

    private static FieldFault fault(int index, String field, String rule) {
        return new FieldFault("picks[%d].%s".formatted(index, field), "tender.field." + rule);
    }

    private record OfLine(TenderLine line, Ranked ranked) {}
}
