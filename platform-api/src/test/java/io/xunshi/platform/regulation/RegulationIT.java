package io.xunshi.platform.regulation;

import static io.xunshi.platform.kernel.Columns.required;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.Officials;
import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.identity.Role;
import io.xunshi.platform.listing.Goods;
import io.xunshi.platform.order.Trade;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

/** What may be traded, as people meet it. */
@PlatformTest
class RegulationIT {
    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    private Visitor seller;
    private Visitor point;

    @BeforeEach
    void somebodySellsSomethingThatNeedsMore() {
        seller = new Visitor(port).signUp("卖家");
        point = Officials.with(database, port, Role.POINT_OPERATOR);
    }

    @Test
    void everybodyReadsTheRulesAndThoseThatAreComing() {
        var rules = Visitor.json(new Visitor(port).get("/api/v1/rules"));

        assertThat(rules.findValuesAsString("id")).contains("tobacco", "data-wipe", "child-seat-mark");
        assertThat(rules.findValuesAsString("from")).contains("2027-01-01");
    }

    @Test
    void aForbiddenThingIsRefusedWithTheRuleItsSourceAndWhatToDo() {
        var offer = Goods.bookcase(seller);
        offer.put("title", "香　烟 一条 未拆");
        var draft =
                Visitor.json(seller.post("/api/v1/listings", offer)).at("/id").asString();

        seller.get("/api/v1/listings/" + draft + "/rule-check")
                .expectBody()
                .jsonPath("$.outcome")
                .isEqualTo("REFUSED")
                .jsonPath("$.rules[0].id")
                .isEqualTo("tobacco");
        seller.post("/api/v1/listings/" + draft + "/publication", Map.of())
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("regulation.refused")
                .jsonPath("$.detail")
                .value(String.class, detail -> assertThat(detail).contains("Tobacco"))
                .jsonPath("$.rules[0].sourceZh")
                .value(String.class, source -> assertThat(source).contains("烟草专卖法"))
                .jsonPath("$.rules[0].adviceEn")
                .isNotEmpty();
        seller.get("/api/v1/listings/" + draft).expectBody().jsonPath("$.state").isEqualTo("DRAFT");
    }

    @Test
    void anEditOfAPublicListingIsHeldAgainstTheRulesToo() {
        var listing = Goods.published(seller);
        var offer = Goods.bookcase(seller);
        offer.put("description", "送电子烟一支");

        seller.put(
                        "/api/v1/listings/" + listing.at("/id").asString(),
                        offer,
                        "\"" + listing.at("/version").asInt() + "\"")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.rules[0].id")
                .isEqualTo("tobacco");
    }

    @Test
    void aPhoneIsSoldWithAVerifiedRecordWhoseHashStandsInTheLog() {
        var phone = Handset.drafted(seller).verifiedBy(point, Handset.newSerial());
        var certificate =
                phone.seenBy(seller).at("/wipeRecord/certificateSha256").asString();

        phone.published();
        var trade = Trade.placed(port, seller, phone.listing());
        trade.pay();
        trade.awaitState("PAID");
        trade.confirmed();

        assertThat(certificate).matches("[0-9a-f]{64}");
        assertThat(phone.seenBy(trade.buyer())
                        .at("/wipeRecord/certificateSha256")
                        .asString())
                .isEqualTo(certificate);
        assertThat(phone.seenBy(trade.buyer()).at("/wipeRecord/verifier").asString())
                .isEqualTo("工作人员");
        await().untilAsserted(() -> assertThat(entriesOf(trade))
                .anySatisfy(entry -> assertThat(entry)
                        .contains("\"t\":\"order.completed\"")
                        .contains("\"wipe\":\"" + certificate + "\"")));
    }

    @Test
    void numbersAreStoredEncryptedAndShownMasked() {
        var serial = "C02XL0THJGH5";
        var phone = Handset.drafted(seller).verifiedBy(point, serial);
        phone.published();

        var seen = phone.seenBy(new Visitor(port));

        assertThat(seen.at("/numbers/0/masked").asString()).isEqualTo("••••••••JGH5");
        assertThat(database.sql("select number_cipher, number_index from regulation.device_number")
                        .map(row -> new String(
                                        required(row, "number_cipher", byte[].class), StandardCharsets.ISO_8859_1)
                                + new String(required(row, "number_index", byte[].class), StandardCharsets.ISO_8859_1))
                        .all()
                        .collectList()
                        .block())
                .noneMatch(stored -> stored.contains(serial));
    }

    @Test
    void aWrongImeiIsRefusedAtItsField() {
        Handset.drafted(seller)
                .enter("IMEI", "356938035643808")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("numbers[0].number")
                .jsonPath("$.errors[0].message")
                .value(String.class, text -> assertThat(text).contains("*#06#"));
    }

    @Test
    void aStolenDeviceIsNeitherPublishedNorHandedOver() {
        var stolen = Handset.drafted(seller).verifiedBy(point, "STOLEN-" + Handset.newSerial());

        stolen.publish()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.rules[0].id")
                .isEqualTo("device-reported-stolen");

        var phone = Handset.drafted(seller).verifiedBy(point, Handset.newSerial());
        phone.published();
        var trade = Trade.placed(port, seller, phone.listing());
        trade.pay();
        trade.awaitState("PAID");
        reportAsStolen(phone);

        trade.doneBy(trade.buyer(), "receipt-confirmation", Map.of())
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("regulation.refused");
        trade.awaitState("PAID");
    }

    @Test
    void aListThatDoesNotAnswerSendsTheDeviceToAModerator() {
        var phone = Handset.drafted(seller).verifiedBy(point, "UNAVAILABLE" + Handset.newSerial());

        assertThat(phone.published().at("/state").asString()).isEqualTo("IN_REVIEW");
    }

    @Test
    void ofManyWhoOfferTheSameDeviceAtOnceOneIsPublic() throws Exception {
        var serial = Handset.newSerial();
        var phones = new ArrayList<Handset>();
        for (int i = 0; i < 6; i++) {
            phones.add(Handset.drafted(new Visitor(port).signUp("机主")).verifiedBy(point, serial));
        }
        var start = new CyclicBarrier(phones.size());
        List<String> states;
        try (var people = Executors.newFixedThreadPool(phones.size())) {
            var attempts = phones.stream()
                    .map(phone -> people.submit(() -> {
                        start.await();
                        return phone.published().at("/state").asString();
                    }))
                    .toList();
            states = new ArrayList<>();
            for (var attempt : attempts) {
                states.add(attempt.get());
            }
        }

        assertThat(states).filteredOn("PUBLISHED"::equals).hasSize(1);
        assertThat(states).filteredOn("IN_REVIEW"::equals).hasSize(5);
    }

    @Test
    void theSameDeviceIsOfferedAgainOnceItsSellerTookItBack() {
        var serial = Handset.newSerial();
        var first = Handset.drafted(seller).verifiedBy(point, serial);
        first.published();
        seller.post(first.path() + "/withdrawal", Map.of()).expectStatus().isOk();

        var second = Handset.drafted(new Visitor(port).signUp("新机主")).verifiedBy(point, serial);

        assertThat(second.published().at("/state").asString()).isEqualTo("PUBLISHED");
    }

    @Test
    void aPointVerifiesADeviceThatItHasInHandAndOnlyOnce() {
        var phone = Handset.drafted(seller).numbered(Handset.newSerial());
        var address = "/api/v1/wipe-records/" + phone.wiped() + "/verification";
        var passed = Map.of("result", "PASSED", "numberTail", tailOf(phone));

        point.post(address, Map.of("result", "PASSED", "numberTail", "zzzz"))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("regulation.other-device");
        seller.post(address, passed).expectStatus().isForbidden();
        point.post(address, passed).expectStatus().isOk();
        point.post(address, passed)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("regulation.wipe-record-decided");
        phone.declare().expectStatus().isEqualTo(409);
    }

    @Test
    void otherNumbersEndARecordAndAFailedOneIsReplaced() {
        var phone = Handset.drafted(seller).numbered(Handset.newSerial());
        var code = phone.wiped();
        point.post(
                        "/api/v1/wipe-records/" + code + "/verification",
                        Map.of("result", "FAILED", "numberTail", tailOf(phone), "remark", "相册仍可恢复"))
                .expectStatus()
                .isOk();
        assertThat(phone.seenBy(seller).at("/wipeRecord/remark").asString()).isEqualTo("相册仍可恢复");

        assertThat(phone.wiped()).isNotEqualTo(code);
        phone.numbered(Handset.newSerial());

        assertThat(phone.seenBy(seller).at("/wipeRecord").isNull()).isTrue();
        point.get("/api/v1/wipe-records/" + code).expectStatus().isNotFound();
    }

    @Test
    void theCodeOfARecordIsItsOwnersAlone() {
        var phone = Handset.drafted(seller).verifiedBy(point, Handset.newSerial());
        phone.published();

        assertThat(phone.seenBy(new Visitor(port)).at("/wipeRecord/code").isNull())
                .isTrue();
        assertThat(phone.seenBy(seller).at("/wipeRecord/code").asString()).startsWith("W");
    }

    @Test
    void aBookcaseHasNoSerialNumber() {
        var draft = Visitor.json(seller.post("/api/v1/listings", Goods.bookcase(seller)))
                .at("/id")
                .asString();

        seller.put(
                        "/api/v1/listings/" + draft + "/device-numbers",
                        Map.of("numbers", List.of(Map.of("kind", "SERIAL", "number", "SN000001"))))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("regulation.not-a-device");
    }

    @Test
    void aDeletedDraftLeavesNothingOfItsDevice() {
        var phone = Handset.drafted(seller).numbered(Handset.newSerial());
        phone.wiped();
        var item = itemOf(phone);

        seller.delete(phone.path()).expectStatus().isNoContent();

        assertThat(countOf("regulation.device_number", item)).isZero();
        assertThat(countOf("regulation.wipe_record", item)).isZero();
    }

    private String tailOf(Handset phone) {
        var masked = phone.seenBy(seller).at("/numbers/0/masked").asString();
        return masked.substring(masked.length() - DeviceNumber.TAIL_LENGTH);
    }

    private List<String> entriesOf(Trade trade) {
        var entries = new ArrayList<String>();
        Visitor.json(trade.buyer().get("/api/v1/receipts/" + trade.code()))
                .at("/records")
                .forEach(record -> entries.add(record.at("/entry").asString()));
        return entries;
    }

    private UUID itemOf(Handset phone) {
        return Objects.requireNonNull(database.sql("select item_id from listing.listing where id = :id")
                .bind("id", UUID.fromString(phone.listing()))
                .map(row -> required(row, "item_id", UUID.class))
                .one()
                .block());
    }

    private Long countOf(String table, UUID item) {
        return Objects.requireNonNull(database.sql("select count(*) as rows from " + table + " where item_id = :item")
                .bind("item", item)
                .map(row -> required(row, "rows", Long.class))
                .one()
                .block());
    }

    private void reportAsStolen(Handset phone) {
        database.sql("update regulation.device_number set stolen_check = 'REPORTED' where item_id = :item")
                .bind("item", itemOf(phone))
                .then()
                .block();
    }
}
