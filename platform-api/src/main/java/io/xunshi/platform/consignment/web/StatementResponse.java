package io.xunshi.platform.consignment.web;

import io.xunshi.platform.consignment.domain.Settlement;
import io.xunshi.platform.consignment.domain.Settlement.Line;
import io.xunshi.platform.consignment.domain.Settlement.Way;
import io.xunshi.platform.kernel.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A statement; it never changes.
 *
 * @param number what it is called, <code>S…</code>
 * @param amount what was paid
 */
record StatementResponse(
        UUID id, String number, String agreementCode, Way way, List<LineResponse> lines, Money amount, Instant at) {

    static StatementResponse of(Settlement settlement) {
        return new StatementResponse(
                settlement.id(),
                settlement.number(),
                settlement.agreementCode(),
                settlement.way(),
                settlement.lines().stream().map(LineResponse::of).toList(),
                settlement.amount(),
                settlement.at());
    }

    /** One sold thing. */
    record LineResponse(String itemCode, String title, Money price, Money commission, Money share) {

        static LineResponse of(Line line) {
            return new LineResponse(line.itemCode(), line.title(), line.price(), line.commission(), line.share());
        }
    }
}
