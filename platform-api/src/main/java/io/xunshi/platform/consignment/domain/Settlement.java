package io.xunshi.platform.consignment.domain;

import io.xunshi.platform.consignment.PointId;
import io.xunshi.platform.kernel.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A statement to a consignor (结算单), item by item, and how it was paid. Never changes.
 *
 * @param number what it is called, <code>S…</code>
 */
public record Settlement(
        UUID id,
        String number,
        UUID agreementId,
        String agreementCode,
        PointId point,
        Way way,
        List<Line> lines,
        Instant at) {

    public Settlement {
        lines = List.copyOf(lines);
    }

    /** What was paid: the sum of the shares. */
    public Money amount() {
        return lines.stream().map(Line::share).reduce(Money.fen(0), Money::plus);
    }

    /** One sold thing. */
    public record Line(String itemCode, String title, Money price, Money commission) {

        public Money share() {
            return price.minus(commission);
        }
    }

    /** How it was paid. */
    public enum Way {
        CASH,
        BALANCE
    }
}
