package io.xunshi.platform.consignment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.consignment.PointId;
import io.xunshi.platform.consignment.domain.Stocktake.Difference;
import io.xunshi.platform.consignment.domain.Stocktake.Finding;
import io.xunshi.platform.consignment.domain.Stocktake.Reason;
import io.xunshi.platform.kernel.Money;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A scan is judged by what the books said at its moment. */
class FindingTests {
    private static final Instant SCANNED = Instant.parse("2026-11-27T04:00:00Z");

    @Test
    void whatStandsInItsPlaceIsFound() {
        assertThat(Finding.of(item(ItemState.ON_SALE, null), "A-3", SCANNED)).isEqualTo(Finding.FOUND);
        assertThat(Finding.of(item(ItemState.EXPIRED, SCANNED.minusSeconds(60)), null, SCANNED))
                .isEqualTo(Finding.FOUND);
        assertThat(Finding.of(item(ItemState.ON_SALE, null), "B-1", SCANNED)).isEqualTo(Finding.MISPLACED);
    }

    @Test
    void whatLeftAfterItsScanWasHere() {
        assertThat(Finding.of(item(ItemState.SOLD, SCANNED.plusSeconds(1)), "A-3", SCANNED))
                .isEqualTo(Finding.FOUND);
        assertThat(Finding.of(item(ItemState.SOLD, SCANNED), "A-3", SCANNED)).isEqualTo(Finding.ALREADY_SOLD);
        assertThat(Finding.of(item(ItemState.RETURNED, SCANNED), "A-3", SCANNED))
                .isEqualTo(Finding.UNEXPECTED);
    }

    @Test
    void aLabelOfNobodyIsUnexpected() {
        assertThat(Finding.of(null, "A-3", SCANNED)).isEqualTo(Finding.UNEXPECTED);
    }

    @Test
    void everyDifferenceHasAReasonAndEveryReasonADifference() {
        assertThat(Difference.values())
                .allSatisfy(difference -> assertThat(Reason.values()).anyMatch(reason -> reason.explains(difference)));
        assertThat(Reason.values())
                .allSatisfy(reason -> assertThat(Difference.values()).anyMatch(reason::explains));
        assertThat(Arrays.stream(Reason.values()).filter(Reason::isLoss))
                .allMatch(reason -> reason.explains(Difference.MISSING));
    }

    private static ConsignedItem item(ItemState state, @Nullable Instant endedAt) {
        return new ConsignedItem(
                UUID.randomUUID(),
                "T000",
                UUID.randomUUID(),
                new PointId(UUID.randomUUID()),
                UUID.randomUUID(),
                "老榆木衣柜",
                "storage-furniture",
                "GOOD",
                Money.fen(30_000),
                Money.fen(24_000),
                250,
                "A-3",
                state,
                null,
                null,
                endedAt);
    }
}
