package io.xunshi.platform.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.payment.StallMoney.Means;
import io.xunshi.platform.payment.domain.JournalEntry.Line;
import io.xunshi.platform.payment.domain.LedgerAccount.StallCash;
import io.xunshi.platform.payment.domain.LedgerAccount.StallTakings;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StallEntriesTests {
    private static final UUID SALE = new UUID(1, 1);
    private static final UUID STALL = new UUID(1, 2);

    @Test
    void whatAStallTakesInIsItsHoldersAtOnce() {
        assertThat(StallEntries.sale(SALE, STALL, Means.CASH, Money.fen(500)).lines())
                .containsExactly(
                        new Line(new StallCash(STALL), Money.fen(-500)),
                        new Line(new StallTakings(STALL), Money.fen(500)));
    }

    @ParameterizedTest
    @EnumSource
    void aCancellationIsTheInverse(Means means) {
        var sale = StallEntries.sale(SALE, STALL, means, Money.fen(500));
        var cancellation = StallEntries.cancellation(SALE, STALL, means, Money.fen(500));

        assertThat(cancellation.lines())
                .containsExactlyInAnyOrderElementsOf(sale.lines().stream()
                        .map(line -> new Line(line.account(), line.amount().negated()))
                        .toList());
    }
}
