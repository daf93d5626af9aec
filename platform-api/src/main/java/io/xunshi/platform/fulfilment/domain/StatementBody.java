package io.xunshi.platform.fulfilment.domain;

import io.xunshi.platform.pricing.Finding;
import io.xunshi.platform.pricing.Fixing;
import io.xunshi.platform.pricing.Line;
import io.xunshi.platform.pricing.Settlement;
import io.xunshi.platform.pricing.Settlement.Reckoned;
import java.util.List;

/**
 * What a statement says: every line of the arithmetic. Weights are grams or pieces, money is fen.
 *
 * @param deal its code
 * @param number of the statement within the deal
 * @param provisional figures are still open; the findings say which
 * @param usedFixingsHash SHA-256 of the fixings used, a line <code>series|day|revision|fen</code> each
 */
public record StatementBody(
        String deal,
        int number,
        boolean provisional,
        long weight,
        long payableWeight,
        long price,
        Settlement.Money money,
        List<Line> lines,
        List<Finding> findings,
        List<Fixing> usedFixings,
        String usedFixingsHash) {

    public StatementBody {
        lines = List.copyOf(lines);
        findings = List.copyOf(findings);
        usedFixings = List.copyOf(usedFixings);
    }

    public static StatementBody of(String deal, int number, Reckoned reckoned) {
        return new StatementBody(
                deal,
                number,
                !reckoned.isFinal(),
                reckoned.weight(),
                reckoned.payableWeight(),
                reckoned.price(),
                reckoned.money(),
                reckoned.lines(),
                reckoned.findings(),
                reckoned.usedFixings(),
                reckoned.usedFixingsHash());
    }
}
