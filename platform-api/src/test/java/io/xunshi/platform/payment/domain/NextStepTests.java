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

    @ParameterizedTest(name = "{0} of 100 wanted back, provider says {1} with {2} refunded: {3}, {4} missing")
    @CsvSource({
        "0, SUCCEEDED, 0, REMEMBER, 0",
        "60, SUCCEEDED, 0, REFUND, 60",
        "60, SUCCEEDED, 25, REFUND, 35",
        "60, SUCCEEDED, 60, REMEMBER, 0",
        "60, SUCCEEDED, 100, REMEMBER, 0",
        "60, AUTHORIZED, 0, CAPTURE, 60",
    })
    void aPartIsGivenBackAsFarAsItIsMissing(
            long wanted, Intent.Status status, long refunded, NextStep step, long missing) {
        var payment = payment(Wanted.CAPTURED, wanted);

        assertThat(NextStep.of(payment, intent(status, refunded))).isEqualTo(step);
        assertThat(NextStep.missingRefund(payment, intent(status, refunded))).isEqualTo(Money.fen(missing));
    }

    @ParameterizedTest
    @CsvSource({"60, 0, 0", "60, 25, 25", "60, 60, 60", "60, 100, 60", "0, 40, 0"})
    void onlyWhatWasWantedBackIsAMovementOfOurs(long wanted, long refunded, long ours) {
        assertThat(NextStep.givenBackOfPart(
                        payment(Wanted.CAPTURED, wanted), intent(Intent.Status.SUCCEEDED, refunded)))
                .isEqualTo(Money.fen(ours));
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
        return payment(wanted, 0);
    }

    private static Payment payment(Wanted wanted, long partBack) {
        return new Payment(
                new PaymentId(new UUID(1, 1)),
                new UUID(2, 2),
                PaymentPurpose.PURCHASE,
                new AccountId(new UUID(3, 3)),
                Money.fen(100),
                "书柜",
                PaymentState.REQUESTED,
                wanted,
                Money.fen(partBack),
                Money.fen(0),
                "pi_1",
                "http://pay");
    }

    private static Intent intent(Intent.Status status, long refunded) {
        var received = status == Intent.Status.SUCCEEDED ? 100 : 0;
        return new Intent("pi_1", status, Money.fen(100), Money.fen(received), Money.fen(refunded), "http://pay");
    }
}
