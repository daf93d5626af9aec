package io.xunshi.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.organisation.OrganisationId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a whole lot is worth at a price. */
class LotViewTests {

    @ParameterizedTest
    @CsvSource({
        // 19,471 kg at 1,450.00 yuan, the golden value of a waste paper settlement
        "19471000, 145000, 2823295",
        "1, 1000000, 1",
        // half a fen goes to the even one
        "500000, 1, 0",
        "1500000, 1, 2",
        "100000000000, 1000000000, 100000000000000"
    })
    void aPriceForATonneIsRoundedOnceHalfToTheEvenFen(long grams, long fenPerTonne, long fen) {
        assertThat(lot(Measure.WEIGHT, grams).valueAt(Money.fen(fenPerTonne))).isEqualTo(Money.fen(fen));
    }

    @Test
    void piecesCostWhatOneCostsTimesTheirNumber() {
        assertThat(lot(Measure.PIECES, 12).valueAt(Money.fen(8_000))).isEqualTo(Money.fen(96_000));
    }

    @Test
    void whatDoesNotFitIsNotCutOff() {
        assertThatThrownBy(() -> lot(Measure.PIECES, Long.MAX_VALUE).valueAt(Money.fen(2)))
                .isInstanceOf(ArithmeticException.class);
    }

    private static LotView lot(Measure measure, long quantity) {
        return new LotView(
                new LotId(new UUID(0, 1)),
                "F",
                new OrganisationId(new UUID(0, 2)),
                LotState.OFFERED,
                "一批货",
                "PA-OCC",
                1,
                measure,
                quantity,
                "ZZ-GY",
                1);
    }
}
