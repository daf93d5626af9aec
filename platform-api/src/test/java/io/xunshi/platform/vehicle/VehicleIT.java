package io.xunshi.platform.vehicle;

import static io.xunshi.platform.kernel.Columns.required;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Races;
import io.xunshi.platform.Refusals;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.listing.Goods;
import io.xunshi.platform.order.Trade;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Used vehicles, as their sellers and buyers meet them. */
@PlatformTest
class VehicleIT {
    private static final List<Map<String, Object>> NO_READINGS = List.of();

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    private Visitor seller;

    @BeforeEach
    void somebodySellsACar() {
        seller = new Visitor(port).signUp("车主");
    }

    @Test
    void everybodyReadsWhatTheNumberSaysAndWhichPapersThereAreButNotTheNumber() {
        var vin = Vin.next();
        var car = Car.drafted(seller)
                .stated(vin, List.of(Car.reading("2021-06-01", 30_000), Car.reading("2025-06-01", 58_000)))
                .published();

        var seen = car.seenBy(new Visitor(port));

        assertThat(seen.at("/decoded/makerZh").asString()).isEqualTo("上汽大众");
        assertThat(seen.at("/decoded/modelYear").asInt()).isEqualTo(2018);
        assertThat(seen.at("/decoded/country").asString()).isEqualTo("CN");
        assertThat(seen.at("/number").asString()).isEqualTo("•".repeat(13) + vin.substring(13));
        assertThat(seen.at("/papers/plateRegion").asString()).isEqualTo("豫A");
        assertThat(seen.at("/readings")).hasSize(2);
        assertThat(seen.at("/discrepancies")).isEmpty();
        assertThat(database.sql("select number_cipher from regulation.device_number where kind = 'VIN'")
                        .map(row ->
                                new String(required(row, "number_cipher", byte[].class), StandardCharsets.ISO_8859_1))
                        .all()
                        .collectList()
                        .block())
                .isNotEmpty()
                .noneMatch(stored -> stored.contains(vin));
    }

    @Test
    void aNumberThatDoesNotAddUpIsRefusedAtItsField() {
        var vin = Vin.next();
        var mistyped = vin.substring(0, 16) + (vin.charAt(16) == '9' ? '8' : '9');

        var problem = Refusals.problem(Car.drafted(seller).state(mistyped, Car.papers(), NO_READINGS));

        assertThat(problem.at("/errors/0/field").asString()).isEqualTo("number");
    }

    @Test
    void whatTheSellerStatesOtherwiseIsToldToBuyers() {
        var car = Car.drafted(seller, "丰田")
                .stated(Vin.next(), List.of(Car.reading("2025-06-01", 90_000)))
                .published();

        assertThat(car.seenBy(new Visitor(port)).at("/discrepancies").toString())
                .contains("BRAND", "MILEAGE")
                .doesNotContain("YEAR");
    }

    @Test
    void whatArticle23ForbidsIsNotTradedAndNamesTheRule() {
        assertThat(ruleAgainst("registrationCertificate", false)).isEqualTo("vehicle-undocumented");
        assertThat(ruleAgainst("scrapped", true)).isEqualTo("vehicle-scrapped");
        assertThat(ruleAgainst("mortgaged", true)).isEqualTo("vehicle-mortgaged");
    }

    @Test
    void aReadingLowerThanAnEarlierOneIsRefused() {
        var problem = Refusals.problem(Car.drafted(seller)
                .state(
                        Vin.next(),
                        Car.papers(),
                        List.of(Car.reading("2020-01-01", 50_000), Car.reading("2021-01-01", 49_999))));

        assertThat(problem.at("/errors/0/field").asString()).isEqualTo("readings[1].km");
    }

    @Test
    void anOdometerThatWasTurnedBackIsFlaggedByWhatStoodInAnEarlierListing() {
        var vin = Vin.next();
        var first = Car.drafted(seller)
                .stated(vin, List.of(Car.reading("2024-01-01", 88_000)))
                .published();
        seller.post(first.path() + "/withdrawal", Map.of()).expectStatus().isOk();

        var second = Car.drafted(new Visitor(port).signUp("车贩"))
                .stated(vin, List.of(Car.reading("2026-01-01", 60_000)))
                .published();

        var seen = second.seenBy(new Visitor(port));
        assertThat(seen.at("/discrepancies").toString()).contains("ROLLED_BACK");
        assertThat(seen.at("/readings/0/source").asString()).isEqualTo("PLATFORM");
        assertThat(seen.at("/readings/0/km").asInt()).isEqualTo(88_000);
        assertThat(seen.toString()).doesNotContain("车主");
    }

    @Test
    void aNumberThatStoodInADraftAloneFlagsNobody() {
        var vin = Vin.next();
        Car.drafted(new Visitor(port).signUp("捣乱的人")).stated(vin, List.of(Car.reading("2020-01-01", 900_000)));

        var car = Car.drafted(seller)
                .stated(vin, List.of(Car.reading("2026-01-01", 60_000)))
                .published();

        assertThat(car.seenBy(new Visitor(port)).at("/discrepancies")).isEmpty();
        assertThat(car.seenBy(new Visitor(port)).at("/readings")).hasSize(1);
    }

    @Test
    void ofManyWhoOfferTheSameCarAtOnceOneIsPublicAndItsSellerOffersItOnce() throws Exception {
        var vin = Vin.next();
        var cars = List.of(
                Car.drafted(seller).stated(vin, NO_READINGS),
                Car.drafted(new Visitor(port).signUp("车主甲")).stated(vin, NO_READINGS),
                Car.drafted(new Visitor(port).signUp("车主乙")).stated(vin, NO_READINGS));

        var statuses = Races.race(
                cars.stream().map(car -> (Callable<ResponseSpec>) car::publish).toList());

        assertThat(statuses).containsOnly(200);
        assertThat(cars.stream().filter(this::isPublic)).hasSize(1);

        var own = Car.drafted(seller).stated(Vin.next(), NO_READINGS);
        var other = Vin.next();
        own.stated(other, NO_READINGS).published();
        var twice =
                Refusals.problem(Car.drafted(seller).stated(other, NO_READINGS).publish());
        assertThat(twice.at("/rules/0/id").asString()).isEqualTo("vehicle-offered-twice");
        assertThat(isPublic(own)).isTrue();
    }

    @Test
    void aStolenElectricBicycleIsNotTraded() {
        var offer = Goods.bookcase(seller);
        offer.putAll(Map.of(
                "categoryCode",
                "electric-bicycle",
                "attributes",
                Map.of("brand", "雅迪", "battery_v", "48", "registered", "true")));
        var path = "/api/v1/listings/"
                + Visitor.json(seller.post("/api/v1/listings", offer)).at("/id").asString();
        var papers = Car.papers();
        papers.put("registrationCertificate", false);
        seller.put(path + "/vehicle", Map.of("number", "STOLEN0000017", "papers", papers, "readings", NO_READINGS))
                .expectStatus()
                .isOk();

        var refusal = Refusals.problem(seller.post(path + "/publication", Map.of()));

        assertThat(refusal.at("/rules/0/id").asString()).isEqualTo("vehicle-reported-stolen");
    }

    @Test
    void theCodeAloneEndsNothingUntilTheBuyerSaysThatTheCarIsTheirs() {
        var car = Car.drafted(seller)
                .stated(Vin.next(), List.of(Car.reading("2025-06-01", 58_000)))
                .published();
        var trade = Trade.placed(port, seller, car.listing());
        trade.pay();
        trade.awaitState("PAID");
        var order = Visitor.json(trade.buyer().get("/api/v1/orders/" + trade.order()));
        var code = Map.of("pickupCode", order.at("/pickupCode").asString());

        assertThat(order.at("/listing/vehicle/papers/plateRegion").asString()).isEqualTo("豫A");
        assertThat(order.at("/actions").toString()).contains("CONFIRM_TRANSFER");
        assertThat(Refusals.codeOf(trade.doneBy(seller, "handover", code))).isEqualTo("order.transfer-not-confirmed");
        assertThat(Refusals.codeOf(trade.doneBy(seller, "transfer-confirmation", Map.of())))
                .isEqualTo("order.not-yours-to-do");
        trade.doneBy(trade.buyer(), "transfer-confirmation", Map.of())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.transfer.confirmedAt")
                .isNotEmpty();
        trade.doneBy(seller, "handover", code).expectStatus().isOk();
        trade.awaitState("COMPLETED");
    }

    @Test
    void aBookcaseHasNoPapersAndNothingToTransfer() {
        var bookcase = Goods.published(seller).at("/id").asString();
        var trade = Trade.placed(port, seller, bookcase);
        trade.pay();
        trade.awaitState("PAID");

        assertThat(Refusals.codeOf(seller.get("/api/v1/listings/" + bookcase + "/vehicle")))
                .isEqualTo("vehicle.not-a-vehicle");
        assertThat(Refusals.codeOf(trade.doneBy(trade.buyer(), "transfer-confirmation", Map.of())))
                .isEqualTo("order.no-transfer-needed");
        trade.confirmed();
    }

    private String ruleAgainst(String paper, boolean value) {
        var papers = new HashMap<>(Car.papers());
        papers.put(paper, value);
        var car = Car.drafted(seller);
        car.state(Vin.next(), papers, NO_READINGS).expectStatus().isOk();
        return Refusals.problem(car.publish()).at("/rules/0/id").asString();
    }

    private boolean isPublic(Car car) {
        return new Visitor(port)
                .get(car.path())
                .expectBody(byte[].class)
                .returnResult()
                .getStatus()
                .is2xxSuccessful();
    }
}
