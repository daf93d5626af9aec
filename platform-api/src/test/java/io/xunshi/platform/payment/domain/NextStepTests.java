package io.xunshi.platform.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.payment.PaymentId;
import io.xunshi.platform.payment.PaymentPurpose;
import io.xunshi.platform.payment.PaymentState;
import io.xunshi.platform.payment.domain.Payment.Wanted;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextStepTests {

    @ParameterizedTest(name = "wanted {0}, provider says {1}, {2} of 100 refunded: {3}")
    @CsvSource({
        "NOTHING, OPEN, 0, REMEMBER",
        "NOTHING, AUTHORIZED, 0, REMEMBER",
        "CAPTURED, OPEN, 0, REMEMBER",
        "CAPTURED, AUTHORIZED, 0, CAPTURE",
        "CAPTURED, SUCCEEDED, 0, REMEMBER",
        "CAPTURED, CANCELED, 0, REMEMBER",
        "GIVEN_BACK, OPEN, 0, CANCEL",
        "GIVEN_BACK, AUTHORIZED, 0, CANCEL",
        "GIVEN_BACK, CANCELED, 0, REMEMBER",
        "GIVEN_BACK, SUCCEEDED, 0, REFUND",
        "GIVEN_BACK, SUCCEEDED, 40, REFUND",
        "GIVEN_BACK, SUCCEEDED, 100, REMEMBER",
    })
    void isWhatIsMissing(Wanted wanted, Intent.Status status, long refunded, NextStep step) {
        assertThat(NextStep.of(payment(wanted), intent(status, refunded))).isEqualTo(step);
    }

    @ParameterizedTest
    @CsvSource({
        "OPEN, 0, REQUESTED",
        "AUTHORIZED, 0, AUTHORIZED",
        "CANCELED, 0, VOIDED",
        "SUCCEEDED, 0, CAPTURED",
        "SUCCEEDED, 99, CAPTURED",
        "SUCCEEDED, 100, REFUNDED",
    })
    void theProvidersWordIsOneOfOurStates(Intent.Status status, long refunded, PaymentState state) {
        assertThat(NextStep.stateOf(intent(status, refunded))).isEqualTo(state);
    }

    private static Payment payment(Wanted wanted) {
        return new Payment(
                new PaymentId(new UUID(1, 1)),
                new UUID(2, 2),
                PaymentPurpose.PURCHASE,
                new AccountId(new UUID(3, 3)),
                Money.fen(100),
                "书柜",
                PaymentState.REQUESTED,
                wanted,
                "pi_1",
                "http://pay");
    }

    private static Intent intent(Intent.Status status, long refunded) {
        var received = status == Intent.Status.SUCCEEDED ? 100 : 0;
        return new Intent("pi_1", status, Money.fen(100), Money.fen(received), Money.fen(refunded), "http://pay");
    }
}
