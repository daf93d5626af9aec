package io.xunshi.platform.order.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.listing.ShippingPayer;
import io.xunshi.platform.order.DisputeReason;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who bears the shipping of what is refunded: goods of 100.00 yuan, sent for 8.00, the fee being 0.6 %. */
class ShippingOfRefundsTests {
    private static final Money PRICE = Money.fen(10_000);
    private static final Money SHIPPING = Money.fen(800);

    @ParameterizedTest
    @CsvSource({
        // Whole refunds: the seller bears what was spent for nothing, unless nobody is to blame, or the carrier is.
        "BUYER,  NOT_AS_DESCRIBED, false, 10000, 10800, 0, 800, 0",
        "BUYER,  COUNTERFEIT,      false, 10000, 10800, 0, 800, 0",
        "BUYER,  OTHER,            false, 10000, 10000, 0, 0, 0",
        "BUYER,  DAMAGED,          true,  10000, 10800, 0, 0, 10000",
        "SELLER, NOT_AS_DESCRIBED, false, 10000, 10000, 0, 800, 0",
        "SELLER, OTHER,            false, 10000, 10000, 0, 800, 0",
        "SELLER, DAMAGED,          true,  10000, 10000, 0, 0, 10000",
        // Parts of the price: the goods stay with the buyer, and so does what sending them cost.
        "BUYER,  NOT_AS_DESCRIBED, false, 4000, 4000, 5964, 0, 0",
        "SELLER, NOT_AS_DESCRIBED, false, 4000, 4000, 5164, 0, 0",
        "SELLER, NOT_AS_DESCRIBED, false, 9500, 9500, 0, 303, 0",
        "BUYER,  DAMAGED,          true,  4000, 4000, 5964, 0, 4000",
        // Nothing refunded: as if there had been no dispute.
        "BUYER,  OTHER,            false, 0, 0, 9940, 0, 0",
        "SELLER, OTHER,            false, 0, 0, 9140, 0, 0"
    })
    void shippingIsBorneByWhoIsToBlame(
            ShippingPayer payer,
            DisputeReason reason,
            boolean hasCarrierFailed,
            long refund,
            long toBuyer,
            long toSeller,
            long borne,
            long compensation) {
        var split = RefundSplit.of(
                PRICE, delivery(payer, SHIPPING, hasCarrierFailed), Money.fen(refund), reason, FeeRule.CURRENT);

        assertThat(split.toBuyer()).isEqualTo(Money.fen(toBuyer));
        assertThat(split.toSeller()).isEqualTo(Money.fen(toSeller));
        assertThat(split.borne()).isEqualTo(Money.fen(borne));
        assertThat(split.compensation()).isEqualTo(Money.fen(compensation));
    }

    @Test
    void everyFenOfEscrowGoesToSomebody() {
        var random = new Random(20);
        for (int i = 0; i < 20_000; i++) {
            var price = Money.fen(1 + random.nextLong(1_000_000));
            var shipping = Money.fen(1 + random.nextLong(60_000));
            var delivery = delivery(pick(random, ShippingPayer.values()), shipping, random.nextBoolean());
            var refund = Money.fen(random.nextInt(4) == 0 ? price.amount() : random.nextLong(price.amount() + 1));
            var split = RefundSplit.of(price, delivery, refund, pick(random, DisputeReason.values()), FeeRule.CURRENT);

            assertThat(split.toBuyer().plus(split.kept()))
                    .isEqualTo(delivery.escrowOf(price).plus(split.returned()).plus(split.borne()));
            assertThat(split.toSeller().isNegative() || split.borne().isNegative())
                    .isFalse();
            assertThat(split.compensation()).isLessThanOrEqualTo(refund);
        }
    }

    private static Delivery delivery(ShippingPayer payer, Money shipping, boolean hasFailed) {
        return new Delivery(payer, shipping, "express-2026-1", Money.fen(200_000), true, hasFailed);
    }

    private static <T> T pick(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }
}
