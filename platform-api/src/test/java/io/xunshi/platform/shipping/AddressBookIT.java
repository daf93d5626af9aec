package io.xunshi.platform.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.order.Sending;
import io.xunshi.platform.order.Trade;
import io.xunshi.platform.shipping.usecase.ForgetAddresses;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

@PlatformTest
class AddressBookIT {
    private static final String BOOK = "/api/v1/my/addresses";

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private ForgetAddresses forgetAddresses;

    private Visitor person;

    @BeforeEach
    void signUp() {
        person = new Visitor(port).signUp("地址簿");
    }

    @Test
    void theFirstAddressIsTheDefaultUntilAnotherIsMadeSo() {
        var first = Sending.address(person);
        var second = Sending.home();
        second.put("isDefault", true);

        person.post(BOOK, second).expectStatus().isCreated();

        assertThat(defaults()).hasSize(1).doesNotContain(first);
    }

    @Test
    void whenTheDefaultGoesTheNewestOfTheOthersTakesItsPlace() {
        var first = Sending.address(person);
        var second = Sending.address(person);

        person.delete(BOOK + "/" + first).expectStatus().isNoContent();

        assertThat(defaults()).containsExactly(second);
    }

    @Test
    void aStaleEditIsNoticed() {
        var id = Sending.address(person);
        var moved = Sending.home();
        moved.put("street", "农业路 2 号");

        person.put(BOOK + "/" + id, moved, "\"1\"").expectStatus().isOk();
        person.put(BOOK + "/" + id, moved, "\"1\"").expectStatus().isEqualTo(412);
    }

    @ParameterizedTest
    @CsvSource({"phone, 1381234567", "phone, +8613812345678", "province, 81", "province, 4", "name, ' '", "street, 1"})
    void whatIsNoAddressIsRefused(String field, String value) {
        var wrong = Sending.home();
        wrong.put(field, value);

        person.post(BOOK, wrong).expectStatus().isBadRequest();
        assertThat(items()).isEmpty();
    }

    @Test
    void aBookHoldsTwentyAddresses() {
        for (int i = 0; i < 20; i++) {
            Sending.address(person);
        }

        person.post(BOOK, Sending.home()).expectStatus().isEqualTo(429);
    }

    @Test
    void aShipmentThatCameToNothingForgetsThePeople() {
        var trade = Trade.sent(port, "BUYER");
        trade.doneBy(trade.buyer(), "cancellation", Map.of("reason", "不要了"))
                .expectStatus()
                .isOk();
        trade.awaitState("CANCELLED");
        database.sql("update shipping.shipment set created_at = now() - interval '31 days' where order_id = :id")
                .bind("id", UUID.fromString(trade.order()))
                .then()
                .block();

        forgetAddresses.forget().block();

        assertThat(trade.seen().at("/delivery/parcel/state").asString()).isEqualTo("VOIDED");
        assertThat(trade.seen().at("/delivery/parcel/to").isNull()).isTrue();
    }

    private List<JsonNode> items() {
        return Visitor.json(person.get(BOOK)).at("/items").valueStream().toList();
    }

    private List<String> defaults() {
        return items().stream()
                .filter(item -> item.at("/isDefault").asBoolean())
                .map(item -> item.at("/id").asString())
                .toList();
    }
}
