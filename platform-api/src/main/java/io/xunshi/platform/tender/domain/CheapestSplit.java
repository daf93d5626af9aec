package io.xunshi.platform.tender.domain;

import io.xunshi.platform.tender.domain.Comparison.Part;
import io.xunshi.platform.tender.domain.Comparison.Ranked;
import java.util.ArrayList;
import java.util.List;

/**
 * Fills a line from the cheapest quote on. Where what is left is less than the smallest part of the next one, the
 * dearer parts before it make room down to their own smallest; where they cannot, that quote is passed over. Without
 * smallest parts no split of the same quantity costs less; with them it is a proposal that the buyer may better by
 * hand.
 */
final class CheapestSplit {
    private final TenderLine line;
    private final List<Taken> taken = new ArrayList<>();
    private long open;

    private CheapestSplit(TenderLine line) {
        this.line = line;
        open = line.quantity();
    }

    /** @param cheapestFirst that may be taken */
    static List<Part> of(TenderLine line, List<Ranked> cheapestFirst) {
        var split = new CheapestSplit(line);
        cheapestFirst.forEach(split::take);
        return split.taken.stream()
                .map(part -> new Part(part.ranked.quote().id(), part.quantity))
                .toList();
    }

    private void take(Ranked ranked) {
        if (open == 0) {
            return;
        }
        var least = ranked.leastOf(line);
        if (open < least && !makeRoom(least - open)) {
            return;
        }
        var quantity = Math.min(ranked.quote().sheet().quantity(), open);
        taken.add(new Taken(ranked, quantity));
        open -= quantity;
    }

    /** From the dearest back; all that is wanted, or nothing. */
    private boolean makeRoom(long wanted) {
        var spare = taken.stream().mapToLong(part -> part.spare(line)).sum();
        if (spare < wanted) {
            return false;
        }
        var missing = wanted;
        for (var part : taken.reversed()) {
            var given = Math.min(missing, part.spare(line));
            part.quantity -= given;
            missing -= given;
        }
        open += wanted;
        return true;
    }

    private static final class Taken {
        private final Ranked ranked;
        private long quantity;

        Taken(Ranked ranked, long quantity) {
            this.ranked = ranked;
            this.quantity = quantity;
        }

        long spare(TenderLine line) {
            return quantity - ranked.leastOf(line);
        }
    }
}
