package io.xunshi.platform.messaging.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.messaging.domain.OfferBounds.Verdict;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which prices may be named, and what a seller's bounds say of them, for any amounts. */
class PriceRangeTests {
    private static final int TRIES = 10_000;
    private static final long FEN_MAX = 1_000_000_000;

    private final Random random = new Random(26);

    @ParameterizedTest
    @CsvSource({"28000, 14000, 27999", "3, 2, 2", "2, 1, 1", "101, 51, 100", "1000000000, 500000000, 999999999"})
    void aBuyerMayOfferFromHalfOfThePriceRoundedUpToJustBelowIt(long asking, long least, long most) {
        assertThat(PriceRange.below(Money.fen(asking))).isEqualTo(new PriceRange(least, most));
    }

    @Test
    void aFenIsNotBargainedAbout() {
        assertThat(PriceRange.below(Money.fen(1)).isEmpty()).isTrue();
    }

    @Test
    void noPriceThatMayBeNamedIsBelowHalfOrReachesTheAskingPrice() {
        for (int i = 0; i < TRIES; i++) {
            var asking = Money.fen(2 + random.nextLong(FEN_MAX - 1));
            var price = Money.fen(1 + random.nextLong(asking.amount() + 10));

            assertThat(PriceRange.below(asking).contains(price))
                    .isEqualTo(price.amount() * 2 >= asking.amount() && price.amount() < asking.amount());
        }
    }

    @Test
    void anAnswerSuitsWhoGivesItBetterAndStaysInTheRange() {
        for (int i = 0; i < TRIES; i++) {
            var asking = Money.fen(2 + random.nextLong(FEN_MAX - 1));
            var range = PriceRange.below(asking);
            var offered = priceIn(range);
            var sellers = range.answering(Side.BUYER, offered);
            var buyers = range.answering(Side.SELLER, offered);

            assertThat(sellers.isEmpty()
                            || sellers.leastFen() > offered.amount() && sellers.mostFen() == range.mostFen())
                    .isTrue();
            assertThat(buyers.isEmpty() || buyers.mostFen() < offered.amount() && buyers.leastFen() == range.leastFen())
                    .isTrue();
        }
    }

    @Test
    void anotherCurrencyIsNoPrice() {
        assertThat(new PriceRange(1, 100).contains(new Money(50, "USD"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"899, ASK", "900, ACCEPT", "901, ACCEPT", "700, ASK", "699, DECLINE"})
    void boundsAcceptFromTheOneOnAndDeclineBelowTheOther(long price, Verdict verdict) {
        assertThat(bounds(900L, 700L).verdictOn(Money.fen(price))).isEqualTo(verdict);
    }

    @Test
    void aHigherOfferNeverFaresWorse() {
        for (int i = 0; i < TRIES; i++) {
            var decline = 1 + random.nextLong(1_000);
            var bounds = bounds(decline + random.nextLong(1_000), decline);
            var lower = Money.fen(1 + random.nextLong(2_500));
            var higher = lower.plus(Money.fen(random.nextLong(500)));

            assertThat(rank(bounds.verdictOn(higher))).isGreaterThanOrEqualTo(rank(bounds.verdictOn(lower)));
        }
    }

    @Test
    void whereNothingIsDecidedTheSellerIsAsked() {
        assertThat(OfferBounds.UNDECIDED.takesOffers()).isTrue();
        assertThat(OfferBounds.UNDECIDED.verdictOn(Money.fen(1))).isEqualTo(Verdict.ASK);
    }

    @Test
    void boundsMayMeetButNotCross() {
        assertThat(bounds(900L, 900L).faults()).isEmpty();
        assertThat(bounds(899L, 900L).faults()).hasSize(1);
        assertThat(bounds(0L, null).faults()).hasSize(1);
        assertThat(bounds(null, FEN_MAX + 1).faults()).hasSize(1);
    }

    private Money priceIn(PriceRange range) {
        return Money.fen(range.leastFen() + random.nextLong(range.mostFen() - range.leastFen() + 1));
    }

    private static OfferBounds bounds(@Nullable Long accept, @Nullable Long decline) {
        return new OfferBounds(
                true, accept == null ? null : Money.fen(accept), decline == null ? null : Money.fen(decline));
    }

    private static int rank(Verdict verdict) {
        return switch (verdict) {
            case DECLINE -> 0;
            case ASK -> 1;
            case ACCEPT -> 2;
        };
    }
}
