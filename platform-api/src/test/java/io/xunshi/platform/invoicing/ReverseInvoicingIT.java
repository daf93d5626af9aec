package io.xunshi.platform.invoicing;

import static io.xunshi.platform.Refusals.codeOf;
import static io.xunshi.platform.Refusals.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.Officials;
import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Races;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.exchange.Yard;
import io.xunshi.platform.identity.Role;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/**
 * Invoices that recyclers write for the people who sell to them: five million yuan in twelve months, all buyers
 * together.
 */
@PlatformTest
class ReverseInvoicingIT {
    private static final long MILLION_YUAN = 100_000_000;

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    @Test
    void aPurchaseIsEnteredInvoicedAndExported() {
        var yard = Yard.filed(database, port, "巩义回收站");
        var person = idNumber();
        assertThat(Visitor.json(yard.owner().get(yard.path("/reverse-invoicing?material=" + Yard.OLD_EXTRUSIONS)))
                        .at("/isEligible")
                        .asBoolean())
                .isTrue();

        var counted = Visitor.json(enter(yard, purchase(yard, person, 1_010_000, 100)));

        assertThat(counted.at("/purchase/netFen").asLong()).isEqualTo(1_000_000);
        assertThat(counted.at("/purchase/taxFen").asLong()).isEqualTo(10_000);
        assertThat(counted.at("/purchase/idNumber").asString())
                .isEqualTo(person.substring(0, 4) + "**********" + person.substring(14));
        assertThat(counted.at("/roomFen").asLong()).isEqualTo(499_000_000);
        assertThat(openReceipts(yard)).isEmpty();

        var purchase = "/api/v1/reverse-purchases/" + counted.at("/purchase/id").asString();
        yard.owner().post(purchase + "/invoice", invoice()).expectStatus().isOk();
        assertThat(codeOf(yard.owner().post(purchase + "/withdrawal", Map.of())))
                .isEqualTo("invoicing.not-now");

        var batch = batch(yard);
        assertThat(batch.at("/batch/exported").asInt()).isEqualTo(1);
        assertThat(csv(yard, batch))
                .contains("REVERSE,GENERAL,,")
                .contains("王**,")
                .contains("1000000,g,10000.00,0.0100,100.00,10100.00")
                .doesNotContain(person);
        var regulator = Officials.with(database, port, Role.REGULATOR);
        var seen = Visitor.json(regulator.get("/api/v1/oversight/invoice-batches/"
                        + batch.at("/batch/id").asString()))
                .at("/rows/0/flows/flows/0/seller");
        assertThat(seen.at("/name").asString()).isEqualTo("王＊＊");
        assertThat(seen.at("/taxNumber").asString()).isEmpty();
    }

    @Test
    void exactlyFiveMillionIsAllowedAndAFenMoreIsNot() {
        var one = Yard.filed(database, port, "甲回收站");
        var other = Yard.filed(database, port, "乙回收站");
        var person = idNumber();

        var first = Visitor.json(enter(one, purchase(one, person, 4 * MILLION_YUAN, 0)));
        assertThat(first.at("/isNear").asBoolean()).isTrue();
        var refused = problem(enter(other, purchase(other, person, MILLION_YUAN + 1, 0)));
        assertThat(refused.at("/code").asString()).isEqualTo("invoicing.over-limit");
        assertThat(refused.at("/left/amount").asLong()).isEqualTo(MILLION_YUAN);
        assertThat(refused.at("/detail").asString()).contains("1,000,000.00");
        assertThat(refused.toString()).doesNotContain("甲回收站").doesNotContain(one.id());

        assertThat(Visitor.json(enter(other, purchase(other, person, MILLION_YUAN, 0)))
                        .at("/roomFen")
                        .asLong())
                .isZero();
        assertThat(problem(enter(one, purchase(one, person, 1, 0)))
                        .at("/left/amount")
                        .asLong())
                .isZero();
    }

    @Test
    void aBuyerSeesItsOwnPurchasesAndTheRoomAndNothingOfOthers() {
        var one = Yard.filed(database, port, "甲回收站");
        var other = Yard.filed(database, port, "乙回收站");
        var person = idNumber();
        enter(one, purchase(one, person, 3 * MILLION_YUAN, 0)).expectStatus().isCreated();
        enter(other, purchase(other, person, MILLION_YUAN, 0)).expectStatus().isCreated();

        var seen = Visitor.json(other.owner().get(other.path("/reverse-sellers")));

        assertThat(seen.at("/limitFen").asLong()).isEqualTo(5 * MILLION_YUAN);
        assertThat(seen.at("/items")).hasSize(1);
        assertThat(seen.at("/items/0/ownFen").asLong()).isEqualTo(MILLION_YUAN);
        assertThat(seen.at("/items/0/roomFen").asLong()).isEqualTo(MILLION_YUAN);
        assertThat(seen.at("/items/0/isNear").asBoolean()).isTrue();
        assertThat(seen.toString()).doesNotContain(person).doesNotContain(one.id());
        assertThat(Visitor.json(other.owner().get(other.path("/reverse-purchases")))
                        .at("/items"))
                .hasSize(1);
        assertThat(codeOf(other.owner().get(one.path("/reverse-sellers")))).isEqualTo("organisation.not-a-member");
        assertThat(codeOf(other.member("TRADER").get(other.path("/reverse-sellers"))))
                .isEqualTo("organisation.role-missing");
    }

    @Test
    void eightBuyersAtTheSameMomentUseTheRoomOnce() throws Exception {
        var person = idNumber();
        var yards = IntStream.range(0, 8)
                .mapToObj(number -> Yard.filed(database, port, "回收站" + number))
                .toList();
        var racers = yards.stream()
                .map(yard -> {
                    var purchase = purchase(yard, person, MILLION_YUAN, 0);
                    return (Callable<ResponseSpec>) () -> enter(yard, purchase);
                })
                .toList();

        var statuses = Races.race(racers);

        assertThat(Collections.frequency(statuses, 201)).isEqualTo(5);
        assertThat(Collections.frequency(statuses, 422)).isEqualTo(3);
    }

    @Test
    void whatIsTakenBackFreesItsRoomAndItsReceipt() {
        var yard = Yard.filed(database, port, "丙回收站");
        var person = idNumber();
        var body = purchase(yard, person, 5 * MILLION_YUAN, 0);

        var withdrawn = entered(yard, body);
        assertThat(codeOf(enter(yard, body))).isEqualTo("invoicing.over-limit");
        yard.owner().post(withdrawn + "/withdrawal", Map.of()).expectStatus().isOk();

        var reversed = entered(yard, body);
        yard.owner().post(reversed + "/invoice", invoice()).expectStatus().isOk();
        assertThat(codeOf(yard.owner().post(reversed + "/invoice", invoice()))).isEqualTo("invoicing.not-now");
        var exported = batch(yard);
        yard.owner()
                .post(reversed + "/red-letter", Settled.redLetter())
                .expectStatus()
                .isOk();

        assertThat(enter(yard, body).expectBody().returnResult().getStatus().value())
                .isEqualTo(201);
        assertThat(exported.at("/batch/exported").asInt()).isEqualTo(1);
        assertThat(csv(yard, batch(yard)))
                .contains("REVERSE_RED_LETTER,GENERAL,,")
                .contains(",-5000000.00,0.0000,0.00,-5000000.00");
    }

    @Test
    void aPurchaseCountsInTheMonthOfItsInvoiceOnceThereIsOne() {
        var yard = Yard.filed(database, port, "辛回收站");
        var person = idNumber();
        enter(yard, purchase(yard, person, 5 * MILLION_YUAN, 0)).expectStatus().isCreated();
        var yearAgo = purchase(yard, person, MILLION_YUAN, 0);
        yearAgo.put("boughtOn", Yard.TODAY.minusMonths(12).toString());

        var late = entered(yard, yearAgo);
        var refused = problem(yard.owner().post(late + "/invoice", invoice()));

        assertThat(refused.at("/code").asString()).isEqualTo("invoicing.over-limit");
        assertThat(refused.at("/left/amount").asLong()).isZero();
        var then = new HashMap<>(invoice());
        then.put("issuedOn", Yard.TODAY.minusMonths(12).toString());
        then.put(
                "number",
                "%02d%s"
                        .formatted(
                                Yard.TODAY.minusMonths(12).getYear() % 100,
                                Settled.number().substring(2)));
        yard.owner().post(late + "/invoice", then).expectStatus().isOk();
    }

    @Test
    void openReceiptsAreReadPageByPageHoweverManyWereBought() {
        var yard = Yard.filed(database, port, "逐页收购站");
        var first = received(yard);
        var second = received(yard);
        enter(yard, purchase(yard, idNumber(), 100_000, 0)).expectStatus().isCreated();

        var page = Visitor.json(yard.owner().get(yard.path("/resident-receipts?limit=2")));
        assertThat(idsOf(page)).containsExactly(second);
        var next = Visitor.json(yard.owner()
                .get(yard.path("/resident-receipts?limit=2&cursor="
                        + page.at("/nextCursor").asString())));
        assertThat(idsOf(next)).containsExactly(first);
        assertThat(next.at("/nextCursor").isNull()).isTrue();
    }

    @Test
    void theSameGoodsAreBoughtOnce() {
        var yard = Yard.filed(database, port, "丁回收站");
        var body = purchase(yard, idNumber(), 100_000, 0);
        enter(yard, body).expectStatus().isCreated();

        assertThat(codeOf(enter(yard, body))).isEqualTo("invoicing.receipt-used");

        var other = Yard.filed(database, port, "戊回收站");
        assertThat(faults(other, body, "quantity", 1_000_000)).containsExactly("receiptId");
    }

    @Test
    void weightsAndMoneyThatDifferAreNotExported() {
        var yard = Yard.filed(database, port, "己回收站");
        var body = purchase(yard, idNumber(), 200_000, 0);
        body.put("quantity", 1_000_500);
        body.put("paidFen", 190_000);
        yard.owner()
                .post(entered(yard, body) + "/invoice", invoice())
                .expectStatus()
                .isOk();

        var row = batch(yard).at("/rows/0");

        assertThat(row.at("/isExported").asBoolean()).isFalse();
        assertThat(row.at("/flows/differences")
                        .valueStream()
                        .map(difference -> difference.at("/flow").asString() + " "
                                + difference.at("/fault").asString()))
                .containsExactly("MONEY AMOUNT_DIFFERS", "INVOICE QUANTITY_DIFFERS");
    }

    @Test
    void onlyWhoHasFiledMayAndWhatWasTypedIsChecked() {
        var unfiled = Yard.unfiled(database, port, "未备案");
        var elsewhere = Yard.filed(database, port, "备案");
        assertThat(codeOf(enter(unfiled, purchase(elsewhere, idNumber(), 100_000, 0))))
                .isEqualTo("organisation.licences-missing");
        assertThat(Visitor.json(unfiled.owner().get(unfiled.path("/reverse-invoicing?material=" + Yard.OLD_EXTRUSIONS)))
                        .at("/missing/0/kind")
                        .asString())
                .isEqualTo("COMMERCE_FILING");

        var body = purchase(elsewhere, idNumber(), 100_000, 0);
        assertThat(faults(elsewhere, body, "idNumber", "410181197001011234")).containsExactly("idNumber");
        assertThat(faults(elsewhere, body, "rateBasisPoints", 1_300)).containsExactly("rateBasisPoints");
        assertThat(faults(elsewhere, body, "boughtOn", Yard.TODAY.plusDays(1).toString()))
                .containsExactly("boughtOn");
        assertThat(faults(elsewhere, body, "withheldFen", 100_000)).containsExactly("withheldFen");
    }

    @Test
    void namesAndNumbersAreNotReadableInTheDatabase() {
        var yard = Yard.filed(database, port, "庚回收站");
        var person = idNumber();
        enter(yard, purchase(yard, person, 100_000, 0)).expectStatus().isCreated();

        var rows = database.sql("""
                        select purchase::text || person::text as whole
                        from invoicing.purchase join invoicing.person on person.id = purchase.person
                        """)
                .map(row -> Objects.requireNonNull(row.get("whole", String.class)))
                .all()
                .collectList()
                .block();

        assertThat(Objects.requireNonNull(rows)).noneMatch(row -> row.contains(person) || row.contains("王建国"));
    }

    /** One tonne that came in from a resident, bought for so much; a test says otherwise what it is about. */
    private static Map<String, Object> purchase(Yard yard, String person, long grossFen, int rate) {
        return new HashMap<>(Map.ofEntries(
                Map.entry("sellerName", "王建国"),
                Map.entry("idNumber", person),
                Map.entry("agreement", "SG-2026-001"),
                Map.entry("boughtOn", Yard.TODAY.toString()),
                Map.entry("receiptId", received(yard)),
                Map.entry("materialCode", Yard.OLD_EXTRUSIONS),
                Map.entry("quantity", 1_000_000),
                Map.entry("grossFen", grossFen),
                Map.entry("rateBasisPoints", rate),
                Map.entry("withheldFen", 0),
                Map.entry("paidFen", grossFen),
                Map.entry("paymentReference", "ICBC-20261127-0001"),
                Map.entry("paidOn", Yard.TODAY.toString())));
    }

    private static String received(Yard yard) {
        yard.owner()
                .post(
                        yard.path("/stock-receipts"),
                        Map.of(
                                "materialCode",
                                Yard.OLD_EXTRUSIONS,
                                "quantity",
                                1_000_000,
                                "source",
                                "RESIDENTS",
                                "reference",
                                "GP-0042",
                                "happenedOn",
                                Yard.TODAY.toString()))
                .expectStatus()
                .isCreated();
        return Objects.requireNonNull(openReceipts(yard).getFirst());
    }

    private static List<String> openReceipts(Yard yard) {
        return idsOf(Visitor.json(yard.owner().get(yard.path("/resident-receipts"))));
    }

    private static List<String> idsOf(JsonNode page) {
        return page.at("/items")
                .valueStream()
                .map(receipt -> receipt.at("/id").asString())
                .toList();
    }

    private static ResponseSpec enter(Yard yard, Map<String, Object> purchase) {
        return yard.owner().post(yard.path("/reverse-purchases"), purchase);
    }

    private static String entered(Yard yard, Map<String, Object> purchase) {
        return "/api/v1/reverse-purchases/"
                + Visitor.json(enter(yard, purchase)).at("/purchase/id").asString();
    }

    private static Map<String, Object> invoice() {
        return Map.of("kind", "GENERAL", "number", Settled.number(), "issuedOn", Yard.TODAY.toString());
    }

    private static List<String> faults(Yard yard, Map<String, Object> purchase, String field, Object value) {
        var body = new HashMap<>(purchase);
        body.put(field, value);
        return problem(enter(yard, body))
                .at("/errors")
                .valueStream()
                .map(error -> error.at("/field").asString())
                .toList();
    }

    private static JsonNode batch(Yard yard) {
        return Visitor.json(yard.owner()
                .post(
                        yard.path("/invoice-batches"),
                        Map.of("firstDay", Yard.TODAY.toString(), "lastDay", Yard.TODAY.toString())));
    }

    private static String csv(Yard yard, JsonNode batch) {
        return new String(
                Objects.requireNonNull(yard.owner()
                        .get("/api/v1/invoice-batches/" + batch.at("/batch/id").asString() + "/invoices.csv")
                        .expectBody(byte[].class)
                        .returnResult()
                        .getResponseBody()),
                StandardCharsets.UTF_8);
    }

    /** One that nobody else has in this run, with the check character of GB 11643. */
    private static String idNumber() {
        var first =
                "410181197001" + "%05d".formatted(ThreadLocalRandom.current().nextInt(100_000));
        var weights = new int[] {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        var sum = IntStream.range(0, weights.length)
                .map(i -> (first.charAt(i) - '0') * weights[i])
                .sum();
        return first + "10X98765432".charAt(sum % 11);
    }
}
