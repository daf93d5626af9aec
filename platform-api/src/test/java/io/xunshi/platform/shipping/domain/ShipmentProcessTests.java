package io.xunshi.platform.shipping.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.shipping.ShipmentState;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ShipmentProcessTests {

    @ParameterizedTest
    @EnumSource
    void fromEveryStateAnEndCanBeReached(ShipmentState state) {
        var reached = EnumSet.of(state);
        for (int i = 0; i < ShipmentState.values().length; i++) {
            List.copyOf(reached).forEach(from -> reached.addAll(from.next()));
        }

        assertThat(reached).anyMatch(end -> end.next().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "BOOKING, BOOKED, BOOKED",
        "BOOKING, DELIVERED, DELIVERED",
        "BOOKED, OUT_FOR_DELIVERY, IN_TRANSIT",
        "IN_TRANSIT, BOOKED, IN_TRANSIT",
        "DELIVERED, IN_TRANSIT, DELIVERED",
        "DELIVERED, LOST, DELIVERED",
        "LOST, DELIVERED, LOST",
        "BOOKED, CANCELLED, VOIDED",
        "IN_TRANSIT, CANCELLED, IN_TRANSIT"
    })
    void newsMovesAParcelForwardsOnly(ShipmentState known, CarrierParcel.Status said, ShipmentState then) {
        assertThat(shipment(known).after(parcel(said))).isEqualTo(then);
    }

    @Test
    void whoReceivesIsMaskedForTheSender() {
        var address = new PostalAddress("王小明", "13812345678", "41", "郑州市金水区", "花园路 1 号");

        assertThat(address.masked().toString())
                .contains("王**", "*******5678", "郑州市金水区")
                .doesNotContain("小明", "1381234", "花园路");
        assertThat(address.toString()).doesNotContain("王", "138", "花园路");
    }

    private static Shipment shipment(ShipmentState state) {
        var id = new UUID(0, 1);
        return new Shipment(id, id, 1_000, null, null, state, false, "XS1", "101", false);
    }

    private static CarrierParcel parcel(CarrierParcel.Status status) {
        return new CarrierParcel("XS1", "101", status, false, List.of());
    }
}
