package io.xunshi.platform.payment.domain;

import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.payment.StallMoney.Means;
import io.xunshi.platform.payment.domain.JournalEntry.Kind;
import io.xunshi.platform.payment.domain.JournalEntry.Line;
import io.xunshi.platform.payment.domain.LedgerAccount.StallCash;
import io.xunshi.platform.payment.domain.LedgerAccount.StallCodeReceipts;
import io.xunshi.platform.payment.domain.LedgerAccount.StallTakings;
import java.util.List;
import java.util.UUID;

/** How money moves at the stalls of a market day (集市日). */
public final class StallEntries {
    private StallEntries() {}

    /** The seller has the price in hand. Inverse: {@link #cancellation}. */
    public static JournalEntry sale(UUID saleId, UUID stall, Means means, Money price) {
        return new JournalEntry(
                "stall-sale:" + saleId,
                Kind.STALL_SALE,
                saleId,
                List.of(new Line(received(stall, means), price.negated()), new Line(new StallTakings(stall), price)));
    }

    /** It was recorded wrongly. Inverse: {@link #sale}. */
    public static JournalEntry cancellation(UUID saleId, UUID stall, Means means, Money price) {
        return new JournalEntry(
                "stall-sale-cancelled:" + saleId,
                Kind.STALL_SALE_CANCELLED,
                saleId,
                List.of(new Line(new StallTakings(stall), price.negated()), new Line(received(stall, means), price)));
    }

    private static LedgerAccount received(UUID stall, Means means) {
        return switch (means) {
            case CASH -> new StallCash(stall);
            case CODE -> new StallCodeReceipts(stall);
        };
    }
}
