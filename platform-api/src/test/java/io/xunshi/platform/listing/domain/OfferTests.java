package io.xunshi.platform.listing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.listing.ConditionReport;
import io.xunshi.platform.listing.GiftChoice;
import io.xunshi.platform.listing.GiftTerms;
import io.xunshi.platform.listing.RentalTerms;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OfferTests {
    private static final RentalTerms TERMS = new RentalTerms(Money.fen(3_000), null, Money.fen(30_000), 1, 14, 1);
    private static final Offer LENT = offer("冲击钻", false, TERMS);

    @Test
    void newWordsOrAnotherPriceLeaveTheTermsOfRentAlone() {
        assertThat(LENT.saying(offer("冲击钻 带钻头", true, null))).isEqualTo(offer("冲击钻 带钻头", false, TERMS));
        assertThat(LENT.pricedAt(Money.fen(40_000)))
                .returns(false, Offer::forSale)
                .returns(TERMS, Offer::rental)
                .returns(Money.fen(40_000), Offer::price);
    }

    /** Otherwise an approved grade could stand beside answers that a moderator has not seen yet. */
    @Test
    void theGradeGoesWithTheAnswersItCameFrom() {
        var honest = told("WORN", Map.of("screen", "cracked"));
        var flattering = told("NEW", Map.of("screen", "clean"));

        assertThat(flattering.saysTheSameAs(honest)).isFalse();
        assertThat(flattering.saying(honest))
                .returns("WORN", Offer::conditionCode)
                .returns(honest.report(), Offer::report);
    }

    @Test
    void aGiftCostsNothingAndIsNotSoldWhateverElseIsSaid() {
        var gift = new GiftTerms(GiftChoice.DRAW, 24, 48);
        var offer = new Offer(
                "餐椅",
                "",
                "tools",
                Map.of(),
                "GOOD",
                Money.fen(42_000),
                "jinshui",
                null,
                List.of(),
                true,
                null,
                null,
                gift,
                null,
                null,
                null);

        assertThat(offer.pricedAt(Money.fen(100)))
                .returns(Money.fen(0), Offer::price)
                .returns(false, Offer::forSale)
                .returns(gift, Offer::gift);
    }

    private static Offer offer(String title, boolean forSale, @Nullable RentalTerms rental) {
        return new Offer(
                title,
                "",
                "tools",
                Map.of(),
                "GOOD",
                Money.fen(42_000),
                "jinshui",
                null,
                List.of(),
                forSale,
                rental,
                null,
                null,
                null,
                null,
                null);
    }

    private static Offer told(String grade, Map<String, String> answers) {
        return new Offer(
                "手机",
                "",
                "mobile-phone",
                Map.of(),
                grade,
                Money.fen(42_000),
                "jinshui",
                null,
                List.of(),
                true,
                null,
                null,
                null,
                null,
                null,
                new ConditionReport("phone", 1, answers, Map.of()));
    }
}
