package io.xunshi.platform.search.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.catalog.District;
import io.xunshi.platform.listing.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Distances between centres of districts. */
class NearnessTests {
    private static final District GONGYI = new District("ZZ-GY", "巩义市", "Gongyi", "", 34.7478, 113.0221);
    private static final District XINMI = new District("ZZ-XM", "新密市", "Xinmi", "", 34.5393, 113.3909);
    private static final Place IN_GONGYI = new Place(34.7478, 113.0221);

    @Test
    void anAreaIsAsFarAsItsCentre() {
        var near = Nearness.from(IN_GONGYI, List.of(GONGYI, XINMI), null);

        assertThat(near.nearestFirst()).containsExactly("ZZ-GY", "ZZ-XM");
        assertThat(near.metres()).containsEntry("ZZ-GY", 0L);
        assertThat(near.metres().get("ZZ-XM")).isBetween(40_000L, 42_000L);
    }

    @Test
    void whatIsOutsideTheCityIsWithinNoDistanceThatAnybodyKnows() {
        assertThat(Nearness.from(IN_GONGYI, List.of(GONGYI), null).reaches("OUTSIDE"))
                .isTrue();
        assertThat(Nearness.from(IN_GONGYI, List.of(GONGYI), 500_000L).reaches("OUTSIDE"))
                .isFalse();
    }

    @Test
    void onlyWhatIsNearEnoughIsReached() {
        assertThat(Nearness.from(IN_GONGYI, List.of(GONGYI, XINMI), 30_000L).reached())
                .containsExactly("ZZ-GY");
    }
}
