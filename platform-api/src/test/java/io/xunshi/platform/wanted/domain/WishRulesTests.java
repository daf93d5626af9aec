package io.xunshi.platform.wanted.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.catalog.Catalog;
import io.xunshi.platform.catalog.usecase.CatalogOfTests;
import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What can be looked for, and as which search. */
class WishRulesTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
    private static final Catalog CATALOG = CatalogOfTests.catalog();

    private final WishRules rules = new WishRules(CATALOG);
    private final WishSearch search = new WishSearch(CATALOG);

    @Test
    void aPlainWishHasNoFault() {
        assertThat(faults(wish("iPhone 13", null, null, TODAY.plusDays(90), Map.of("storage_gb", "128"))))
                .isEmpty();
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        var wish = new Wish("一", "", "no-such", Map.of(), Money.fen(0), "SHINY", "ZZ-XX", 0, TODAY.minusDays(1));

        assertThat(faults(wish))
                .containsExactlyInAnyOrder(
                        "words", "categoryCode", "maxPrice", "leastCondition", "districtCode", "withinKm", "lastDay");
    }

    @Test
    void aPostLastsFromTodayToNinetyDays() {
        assertThat(faults(wish("书柜", null, null, TODAY, Map.of()))).isEmpty();
        assertThat(faults(wish("书柜", null, null, TODAY.plusDays(91), Map.of()))).containsExactly("lastDay");
    }

    @Test
    void onlyQuestionsWithChoicesAreConditions() {
        assertThat(faults(wish("手机", null, null, TODAY, Map.of("brand", "苹果")))).containsExactly("answers.brand");
        assertThat(faults(wish("手机", null, null, TODAY, Map.of("storage_gb", "100"))))
                .containsExactly("answers.storage_gb");
    }

    @Test
    void nearnessNeedsAPlace() {
        assertThat(faults(wish("书柜", null, 5, TODAY, Map.of()))).containsExactly("withinKm");
    }

    @Test
    void theWholeCityADistrictAndTheSurroundingsOfItsCentreAreThreeDifferentSearches() {
        var city = search.searchFor(wish("书柜", null, null, TODAY, Map.of()));
        var district = search.searchFor(wish("书柜", "ZZ-JS", null, TODAY, Map.of()));
        var around = search.searchFor(wish("书柜", "ZZ-JS", 5, TODAY, Map.of()));

        assertThat(city.districts()).isEmpty();
        assertThat(city.around()).isNull();
        assertThat(district.districts()).containsExactly("ZZ-JS");
        assertThat(district.around()).isNull();
        assertThat(around.districts()).isEmpty();
        assertThat(around.around()).satisfies(place -> {
            assertThat(place.lat()).isEqualTo(34.8002);
            assertThat(place.withinKm()).isEqualTo(5);
        });
    }

    @Test
    void whatIsBetterThanTheLeastGradeWillDo() {
        assertThat(search.conditionsOf("GOOD")).containsExactly("NEW", "LIKE_NEW", "GOOD");
        assertThat(search.conditionsOf(null)).isEmpty();
    }

    @Test
    void aThingOfALeafFulfilsWishesForItsRootToo() {
        assertThat(search.kinOf("mobile-phone")).containsExactly("mobile-phone", "phone");
        assertThat(search.kinOf("phone")).containsExactly("phone", "mobile-phone", "tablet", "wearable");
    }

    private List<String> faults(Wish wish) {
        return rules.faultsOf(wish, TODAY).stream().map(FieldFault::field).toList();
    }

    private static Wish wish(
            String words,
            @Nullable String district,
            @Nullable Integer withinKm,
            LocalDate lastDay,
            Map<String, String> answers) {
        return new Wish(words, "", "mobile-phone", answers, null, null, district, withinKm, lastDay);
    }
}
