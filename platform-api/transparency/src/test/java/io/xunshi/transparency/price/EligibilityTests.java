package io.xunshi.transparency.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.transparency.price.Eligibility.Rejection;
import org.junit.jupiter.api.Test;

class EligibilityTests {

    @Test
    void aPriceIsMadeOfWhatIsConfirmedWeighedAndPaid() {
        assertThat(new Eligibility(true, true, true, false, false, true, 500, 500, false).rejection())
                .isEmpty();
    }

    @Test
    void theFirstThingThatIsWrongIsTheReason() {
        assertThat(new Eligibility(false, false, false, true, true, false, 1, 500, true).rejection())
                .contains(Rejection.NOT_CONFIRMED);
        assertThat(new Eligibility(true, true, false, true, true, false, 1, 500, true).rejection())
                .contains(Rejection.NOT_PAID);
        assertThat(new Eligibility(true, true, true, true, true, false, 1, 500, true).rejection())
                .contains(Rejection.SAME_CONTROLLER);
        assertThat(new Eligibility(true, true, true, false, true, false, 1, 500, true).rejection())
                .contains(Rejection.BETWEEN_TRADERS);
        assertThat(new Eligibility(true, true, true, false, false, false, 1, 500, true).rejection())
                .contains(Rejection.OFF_SPECIFICATION);
        assertThat(new Eligibility(true, true, true, false, false, true, 1, 500, true).rejection())
                .contains(Rejection.BELOW_LEAST_LOT);
        assertThat(new Eligibility(true, true, true, false, false, true, 500, 500, true).rejection())
                .contains(Rejection.SUSPECTED);
    }

    @Test
    void aPriceIsBroughtToTheBasisAndRoundedOnce() {
        assertThat(new PriceNormalisation(6_000, 0, 1_300).of(1_950_000)).isEqualTo(1_730_973);
        assertThat(new PriceNormalisation(0, 0, 0).of(1_950_000)).isEqualTo(1_950_000);
    }
}
