package io.xunshi.platform.exchange.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.exchange.Delivery;
import io.xunshi.platform.exchange.LotId;
import io.xunshi.platform.exchange.LotState;
import io.xunshi.platform.exchange.Measure;
import io.xunshi.platform.exchange.PaymentTerms;
import io.xunshi.platform.exchange.Requirement.Between;
import io.xunshi.platform.exchange.TaxBasis;
import io.xunshi.platform.exchange.domain.LotTerms.Days;
import io.xunshi.platform.exchange.domain.LotTerms.Place;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.organisation.OrganisationId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which lots answer a demand. */
class DemandTests {
    private static final LocalDate DAY = LocalDate.parse("2026-12-01");

    private final Demand demand = demand(Money.fen(1_600_000));

    @Test
    void enoughOfTheRightQualityAtAPriceThatIsPaidAnswersIt() {
        assertThat(demand.isAnsweredBy(lot(5_000_000, "1.0", Money.fen(1_600_000), TaxBasis.INCLUDES_VAT_13)))
                .isTrue();
    }

    @Test
    void tooLittleDoesNot() {
        assertThat(demand.isAnsweredBy(lot(4_999_999, "1.0", null, TaxBasis.INCLUDES_VAT_13)))
                .isFalse();
    }

    @Test
    void tooMuchInclusionDoesNot() {
        assertThat(demand.isAnsweredBy(lot(5_000_000, "1.01", null, TaxBasis.INCLUDES_VAT_13)))
                .isFalse();
    }

    @Test
    void aLotThatSaysNothingOfWhatIsAskedDoesNot() {
        assertThat(demand.isAnsweredBy(lot(5_000_000, null, null, TaxBasis.INCLUDES_VAT_13)))
                .isFalse();
    }

    @Test
    void aHigherPriceDoesNotButPricesOnDifferentTaxBasesAreNotCompared() {
        assertThat(demand.isAnsweredBy(lot(5_000_000, "1.0", Money.fen(1_600_001), TaxBasis.INCLUDES_VAT_13)))
                .isFalse();
        assertThat(demand.isAnsweredBy(lot(5_000_000, "1.0", Money.fen(1_600_001), TaxBasis.INCLUDES_VAT_3)))
                .isTrue();
    }

    @Test
    void everyStateThatWaitsEndsByItselfAndNoneIsDead() {
        assertThat(DemandState.OPEN.next()).contains(DemandState.EXPIRED);
        assertThat(LotState.OFFERED.next()).contains(LotState.EXPIRED);
        assertThat(LotState.HELD.next()).containsExactlyInAnyOrder(LotState.OFFERED, LotState.PROMISED, LotState.SOLD);
        assertThat(LotState.PROMISED.next()).containsExactlyInAnyOrder(LotState.OFFERED, LotState.SOLD);
        for (var state : LotState.values()) {
            assertThat(state.hasEnded()).isEqualTo(!state.drawsOnStock());
        }
    }

    private static Demand demand(@Nullable Money price) {
        return new Demand(
                new UUID(0, 1),
                "J",
                new OrganisationId(new UUID(0, 2)),
                new AccountId(new UUID(0, 3)),
                DemandState.OPEN,
                new DemandTerms(
                        "NF-AL",
                        "求购旧铝型材",
                        "",
                        60_000_000,
                        5_000_000,
                        Map.of("inclusion_pct", new Between(null, new BigDecimal("1"))),
                        new Place("ZZ-GY", "站街镇"),
                        Delivery.TO_BUYER,
                        PaymentTerms.AFTER_WEIGHING,
                        TaxBasis.INCLUDES_VAT_13,
                        price,
                        new Days(DAY, DAY),
                        DAY),
                Measure.WEIGHT,
                1,
                Instant.EPOCH);
    }

    private static Lot lot(long grams, @Nullable String inclusion, @Nullable Money price, TaxBasis tax) {
        return new Lot(
                new LotId(new UUID(0, 4)),
                "F",
                new OrganisationId(new UUID(0, 5)),
                new AccountId(new UUID(0, 6)),
                LotState.OFFERED,
                new LotTerms(
                        "NF-AL-EXT-O",
                        "旧铝型材",
                        "",
                        grams,
                        300,
                        inclusion == null ? Map.of() : Map.of("inclusion_pct", inclusion),
                        Packing.LOOSE,
                        new Place("ZZ-GY", "回郭镇"),
                        Delivery.AT_SELLER,
                        PaymentTerms.BEFORE_LOADING,
                        tax,
                        price,
                        LotTerms.PLAIN,
                        grams,
                        null,
                        List.of(),
                        DAY),
                1,
                Measure.WEIGHT,
                grams,
                null,
                1,
                1,
                Instant.EPOCH);
    }
}
