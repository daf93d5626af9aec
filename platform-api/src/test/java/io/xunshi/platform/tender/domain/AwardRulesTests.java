package io.xunshi.platform.tender.domain;

import static io.xunshi.platform.tender.domain.Asking.compared;
import static io.xunshi.platform.tender.domain.Asking.line;
import static io.xunshi.platform.tender.domain.Asking.quote;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.http.FieldFault;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Three quotes for sixty tonnes in parts of ten: 40 t at 15,000, 60 t at 15,100, 30 t at 15,200. */
class AwardRulesTests {
    private final AwardRules rules = new AwardRules(List.of(compared(
            line(60_000, 10_000), quote(1, 40_000, 15_000), quote(2, 60_000, 15_100), quote(3, 30_000, 15_200))));

    @Test
    void theCheapestSplitNeedsNoReason() {
        assertThat(faults(pick(1, 40_000, null), pick(2, 20_000, null))).isEmpty();
    }

    @Test
    void whoPassesOverACheaperQuoteSaysWhy() {
        assertThat(faults(pick(2, 60_000, null))).containsExactly("picks[0].reason tender.field.pick-reason");
        assertThat(faults(pick(2, 60_000, "便宜"))).containsExactly("picks[0].reason tender.field.pick-reason");
        assertThat(faults(pick(2, 60_000, "含铝量更高，路程更近"))).isEmpty();
    }

    @Test
    void aPartOfACheaperQuoteLeavesARestThatIsPassedOver() {
        assertThat(faults(pick(1, 30_000, null), pick(2, 30_000, null)))
                .containsExactly("picks[1].reason tender.field.pick-reason");
    }

    @Test
    void theCheapestSplitNeedsNoReasonWhereSmallestPartsLeaveSomeOfTheCheapest() {
        var tight = new AwardRules(
                List.of(compared(line(50_000, 10_000), quote(1, 45_000, 15_000), quote(2, 20_000, 15_100))));

        assertThat(tight.faultsOf(List.of(pick(1, 40_000, null), pick(2, 10_000, null))))
                .isEmpty();
        assertThat(tight.faultsOf(List.of(pick(1, 35_000, null), pick(2, 15_000, null))))
                .hasSize(1);
    }

    @Test
    void aLineIsNotAwardedTwice() {
        assertThat(faults(pick(1, 40_000, null), pick(2, 30_000, null)))
                .containsExactly("picks[1].quantity tender.field.pick-too-much");
    }

    @Test
    void aPartIsNotSmallerThanIsTakenNorMoreThanWasQuoted() {
        assertThat(faults(pick(1, 9_000, null))).containsExactly("picks[0].quantity tender.field.pick-quantity");
        assertThat(faults(pick(1, 41_000, null))).containsExactly("picks[0].quantity tender.field.pick-quantity");
        assertThat(faults(pick(1, -1, null))).containsExactly("picks[0].quantity tender.field.pick-quantity");
    }

    @Test
    void aQuoteIsTakenOnceAndOnlyWhereThereIsOne() {
        assertThat(faults(pick(1, 10_000, null), pick(1, 10_000, null), pick(9, 10_000, null)))
                .containsExactly(
                        "picks[1].quoteId tender.field.pick-quote", "picks[2].quoteId tender.field.pick-quote");
        assertThat(faults()).containsExactly("picks tender.field.picks");
    }

    private List<String> faults(AwardPick... picks) {
        return rules.faultsOf(List.of(picks)).stream()
                .map(AwardRulesTests::words)
                .toList();
    }

    private static String words(FieldFault fault) {
        return fault.field() + " " + fault.rule();
    }

    private static AwardPick pick(int n, long kilograms, @Nullable String reason) {
        return new AwardPick(new UUID(7, n), kilograms * 1_000, reason);
    }
}
