package io.xunshi.platform.listing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.listing.Place;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RoughPlacesTests {
    private static final Place HOME = new Place(34.7484, 113.6129);
    private final RoughPlaces places = new RoughPlaces(new byte[] {1, 2, 3});
    private final Random random = new Random(7);

    @Test
    void aPlaceIsMovedTwoToFiveHundredMetres() {
        for (int i = 0; i < 1000; i++) {
            var rough = places.of(new UUID(random.nextLong(), random.nextLong()), HOME, null);
            assertThat(rough).isNotNull();
            assertThat(metresBetween(HOME, rough)).isBetween(190.0, 510.0);
        }
    }

    @Test
    void askingOftenTellsNoMore() {
        var item = new UUID(1, 2);

        assertThat(places.of(item, HOME, null)).isEqualTo(places.of(item, HOME, null));
    }

    @Test
    void sendingARoughPlaceBackDoesNotMoveItFurther() {
        var item = new UUID(1, 2);
        var rough = places.of(item, HOME, null);

        assertThat(places.of(item, rough, rough)).isEqualTo(rough);
    }

    @Test
    void withoutTheSecretTheWayBackIsUnknown() {
        var item = new UUID(1, 2);

        assertThat(new RoughPlaces(new byte[] {9}).of(item, HOME, null)).isNotEqualTo(places.of(item, HOME, null));
    }

    private static double metresBetween(Place one, Place other) {
        var north = (one.lat() - other.lat()) * 111_320;
        var east = (one.lon() - other.lon()) * 111_320 * Math.cos(Math.toRadians(one.lat()));
        return Math.hypot(north, east);
    }
}
