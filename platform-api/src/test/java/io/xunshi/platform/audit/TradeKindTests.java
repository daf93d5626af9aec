package io.xunshi.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which kinds of trades a code can be of. */
class TradeKindTests {
    @ParameterizedTest
    @CsvSource({
        "D7K3-9QWT-A2F8-M, PURCHASE",
        "' d7k3 9qwt a2f8 m', PURCHASE",
        "R7K3-9QWT-A2F8-M, RENTAL",
        "Y7K3-9QWT-A2F8-M, DEAL AUCTION",
        "E7K3-9QWT-A2F8-M, BOOK_SWAP TENDER",
        "L7K3-9QWT-A2F8-M, ''",
        "'', ''",
        "'书柜', ''"
    })
    void aCodeSaysByItsLetterWhatItCanBeOf(String code, String kinds) {
        assertThat(Arrays.stream(TradeKind.values())
                        .filter(kind -> kind.canHave(code))
                        .map(TradeKind::name))
                .containsExactly(kinds.isEmpty() ? new String[0] : kinds.split(" "));
    }
}
