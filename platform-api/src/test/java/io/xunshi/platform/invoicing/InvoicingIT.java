package io.xunshi.platform.invoicing;

import static io.xunshi.platform.Refusals.codeOf;
import static io.xunshi.platform.Refusals.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.Officials;
import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Races;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.exchange.Yard;
import io.xunshi.platform.fulfilment.Haul;
import io.xunshi.platform.identity.Role;
import io.xunshi.platform.kernel.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** The invoice of a settled deal, from the tax system to other books. */
@PlatformTest
class InvoicingIT {
    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    @Test
    void theSellersFinanceEntersWhatTheStatementAsksFor() {
        var deal = Settled.closed(database, port);
        var before = deal.seenBy(deal.seller());
        assertThat(before.at("/owed/netFen").asLong()).isEqualTo(Settled.NET_FEN);
        assertThat(before.at("/owed/taxFen").asLong()).isEqualTo(Settled.TAX_FEN);
        assertThat(before.at("/owed/quantity").asLong()).isEqualTo(20_000_000);
        assertThat(verdict(before)).isEqualTo("MISSING");
        assertThat(toInvoice(deal.seller())).containsExactly(deal.deal());

        deal.enter(deal.seller().member("FINANCE"), deal.invoice())
                .expectStatus()
                .isCreated();

        assertThat(toInvoice(deal.seller())).isEmpty();
        var after = deal.seenBy(deal.buyer());
        assertThat(after.at("/items/0/state").asString()).isEqualTo("ISSUED");
        assertThat(verdict(after)).isEqualTo("MATCHES");
        assertThat(after.at("/flows/flows")
                        .valueStream()
                        .map(flow -> flow.at("/amountFen").asLong()))
                .containsOnly(31_200_000L);
        assertThat(kindsToldTo(deal.buyer())).contains("DEAL_INVOICED");
    }

    @Test
    void whatIsNotAsTheStatementHasItIsRefusedFieldByField() {
        var deal = Settled.closed(database, port);

        assertThat(faults(deal, "number", "123")).containsExactly("number");
        assertThat(faults(deal, "number", "00410000000000000001")).containsExactly("number");
        assertThat(faults(deal, "code", "0410")).containsExactly("number");
        assertThat(faults(deal, "issuedOn", Yard.TODAY.plusDays(1).toString())).contains("issuedOn");
        assertThat(faults(deal, "issuedOn", Yard.TODAY.minusDays(1).toString())).contains("issuedOn");
        assertThat(faults(deal, "sellerTaxNumber", deal.buyer().taxNumber())).containsExactly("sellerTaxNumber");
        assertThat(faults(deal, "buyerTaxNumber", deal.seller().taxNumber())).containsExactly("buyerTaxNumber");
        assertThat(faults(deal, "rateBasisPoints", 300)).contains("rateBasisPoints");
        assertThat(faults(deal, "lines", List.of(Settled.line(20_000_000, Settled.NET_FEN + 1, Settled.TAX_FEN))))
                .containsExactly("lines");
        assertThat(faults(deal, "lines", List.of(Settled.line(19_999_999, Settled.NET_FEN, Settled.TAX_FEN))))
                .containsExactly("lines");
        assertThat(deal.seenBy(deal.seller()).at("/items")).isEmpty();
    }

    @Test
    void severalLinesMayMakeUpTheWhole() {
        var deal = Settled.closed(database, port);
        var invoice = deal.invoice();
        invoice.put(
                "lines",
                List.of(
                        Settled.line(12_000_000, 16_566_371, 2_153_628),
                        Settled.line(8_000_000, Settled.NET_FEN - 16_566_371, Settled.TAX_FEN - 2_153_628)));

        deal.enter(deal.seller().owner(), invoice).expectStatus().isCreated();
    }

    @Test
    void beforeTheMoneyHasMovedThereIsNothingToInvoice() {
        var haul = Haul.signed(database, port);
        var answer = haul.seller()
                .owner()
                .post(
                        "/api/v1/deals/" + haul.deal() + "/invoices",
                        Map.of(
                                "kind", "GENERAL",
                                "number", Settled.number(),
                                "issuedOn", Yard.TODAY.toString(),
                                "sellerTaxNumber", haul.seller().taxNumber(),
                                "buyerTaxNumber", haul.buyer().taxNumber(),
                                "rateBasisPoints", 1_300,
                                "lines", List.of(Settled.line(20_000_000, Settled.NET_FEN, Settled.TAX_FEN))));

        assertThat(codeOf(answer)).isEqualTo("invoicing.not-settled");
        var seen = Visitor.json(haul.seller().owner().get("/api/v1/deals/" + haul.deal() + "/invoices"));
        assertThat(seen.at("/owed").isNull()).isTrue();
        assertThat(seen.at("/flows/differences").valueStream().map(InvoicingIT::difference))
                .containsExactly("GOODS MISSING", "MONEY MISSING", "INVOICE MISSING");
    }

    @Test
    void oneInvoiceOfADealHoldsAndEachNumberIsEnteredOnce() throws Exception {
        var deal = Settled.closed(database, port);
        var first = deal.invoice();
        var second = deal.invoice();
        var tab = deal.seller().owner().inAnotherTab(port);

        assertThat(Races.race(List.of(() -> deal.enter(deal.seller().owner(), first), () -> deal.enter(tab, second))))
                .containsExactlyInAnyOrder(201, 409);

        var other = Settled.closed(database, port);
        var again = other.invoice();
        again.put("number", deal.seenBy(deal.seller()).at("/items/0/number").asString());
        assertThat(codeOf(other.enter(other.seller().owner(), again))).isEqualTo("invoicing.number-taken");
        assertThat(other.seenBy(other.seller()).at("/items")).isEmpty();
    }

    @Test
    void aWrongInvoiceIsObjectedToTakenBackAndReplaced() {
        var deal = Settled.closed(database, port);
        var invoice = "/api/v1/deal-invoices/" + deal.invoiced();
        var buyer = deal.buyer().owner();

        buyer.post(invoice + "/objection", Map.of("reason", "开户行写错了"))
                .expectStatus()
                .isOk();
        assertThat(kindsToldTo(deal.seller())).contains("DEAL_INVOICE_OBJECTED");
        assertThat(deal.seenBy(deal.seller())
                        .at("/flows/differences")
                        .valueStream()
                        .map(InvoicingIT::difference))
                .containsExactly("INVOICE OBJECTED");
        assertThat(codeOf(deal.enter(deal.seller().owner(), deal.invoice()))).isEqualTo("invoicing.invoiced-already");

        deal.seller()
                .owner()
                .post(invoice + "/red-letter", Settled.redLetter())
                .expectStatus()
                .isOk();
        assertThat(codeOf(deal.seller().owner().post(invoice + "/red-letter", Settled.redLetter())))
                .isEqualTo("invoicing.not-now");
        assertThat(codeOf(buyer.post(invoice + "/confirmation", Map.of()))).isEqualTo("invoicing.not-now");

        var next = "/api/v1/deal-invoices/" + deal.invoiced();
        assertThat(Visitor.json(buyer.post(next + "/confirmation", Map.of()))
                        .at("/state")
                        .asString())
                .isEqualTo("CONFIRMED");
        assertThat(deal.seenBy(deal.seller())
                        .at("/items")
                        .valueStream()
                        .map(item -> item.at("/state").asString()))
                .containsExactly("REVERSED", "CONFIRMED");
    }

    @Test
    void eachSideDoesItsOwnAndOthersSeeNothing() {
        var deal = Settled.closed(database, port);
        var stranger = Yard.filed(database, port, "旁人").owner();
        assertThat(codeOf(deal.enter(deal.buyer().owner(), deal.invoice()))).isEqualTo("organisation.not-a-member");
        assertThat(codeOf(deal.enter(deal.seller().member("TRADER"), deal.invoice())))
                .isEqualTo("organisation.role-missing");
        var invoice = "/api/v1/deal-invoices/" + deal.invoiced();

        assertThat(codeOf(deal.seller().owner().post(invoice + "/confirmation", Map.of())))
                .isEqualTo("organisation.not-a-member");
        assertThat(codeOf(deal.buyer().owner().post(invoice + "/red-letter", Settled.redLetter())))
                .isEqualTo("organisation.not-a-member");
        assertThat(codeOf(stranger.get("/api/v1/deals/" + deal.deal() + "/invoices")))
                .isEqualTo("invoicing.deal-not-found");
    }

    @Test
    void aBatchHandsOutWhatMatchesAndSaysWhyTheRestDoesNot() {
        var deal = Settled.closed(database, port);
        var invoice = deal.invoiced();
        var seller = deal.seller().owner();

        deal.buyer()
                .owner()
                .post("/api/v1/deal-invoices/" + invoice + "/objection", Map.of("reason", "税号写错了"))
                .expectStatus()
                .isOk();
        var refused = batch(deal.seller());
        assertThat(refused.at("/batch/exported").asInt()).isZero();
        assertThat(refused.at("/rows/0/flows/differences").valueStream().map(InvoicingIT::difference))
                .containsExactly("INVOICE OBJECTED");
        assertThat(rowsOfCsv(seller, refused)).hasSize(1);

        deal.buyer()
                .owner()
                .post("/api/v1/deal-invoices/" + invoice + "/confirmation", Map.of())
                .expectStatus()
                .isOk();
        var exported = batch(deal.seller());
        assertThat(exported.at("/batch/exported").asInt()).isEqualTo(1);
        var row = rowsOfCsv(seller, exported).getLast();
        assertThat(row)
                .startsWith("DEAL,SPECIAL,,")
                .contains(deal.seller().taxNumber() + ",巩义再生铝业," + deal.buyer().taxNumber() + ",新密铝厂")
                .endsWith("20000000,g,276106.19,0.1300,35893.81,312000.00");

        seller.post("/api/v1/deal-invoices/" + invoice + "/red-letter", Settled.redLetter())
                .expectStatus()
                .isOk();
        var takenBack = batch(deal.seller());
        assertThat(rowsOfCsv(seller, takenBack).getLast())
                .startsWith("DEAL_RED_LETTER,SPECIAL,,")
                .endsWith("-20000000,g,-276106.19,0.1300,-35893.81,-312000.00");
    }

    @Test
    void theFileIsWhatTheBatchHasTheHashOfAndHasTheFieldsOfItsSchema() throws Exception {
        var deal = Settled.closed(database, port);
        deal.invoiced();
        var batch = batch(deal.seller());

        var file = bytes(deal.seller()
                .owner()
                .get("/api/v1/invoice-batches/" + batch.at("/batch/id").asString() + "/invoices.json"));

        assertThat(Sha256.of(file)).isEqualTo(batch.at("/batch/sha256").asString());
        InvoiceBatchSchema.accepts(new String(file, StandardCharsets.UTF_8));
        var csv = new String(csv(deal.seller().owner(), batch), StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\uFEFFtype,invoice_kind,").endsWith("\r\n");
    }

    @Test
    void aRegulatorReadsTheMatchTableOfAnyBatchAndNobodyElseDoes() {
        var deal = Settled.closed(database, port);
        deal.invoiced();
        var id = batch(deal.seller()).at("/batch/id").asString();
        var regulator = Officials.with(database, port, Role.REGULATOR);

        var table = Visitor.json(regulator.get("/api/v1/oversight/invoice-batches/" + id));
        assertThat(table.at("/organisation/taxNumber").asString())
                .isEqualTo(deal.seller().taxNumber());
        assertThat(table.at("/rows/0/flows/verdict").asString()).isEqualTo("MATCHES");
        assertThat(Visitor.json(regulator.get("/api/v1/oversight/invoice-batches?limit=60"))
                        .at("/items")
                        .valueStream()
                        .map(item -> item.at("/batch/id").asString()))
                .contains(id);
        assertThat(codeOf(deal.buyer().owner().get("/api/v1/invoice-batches/" + id)))
                .isEqualTo("organisation.not-a-member");
    }

    @Test
    void daysThatAreNoneAreRefused() {
        var yard = Yard.filed(database, port, "空场");

        assertThat(codeOf(
                        ask(yard, Yard.TODAY.toString(), Yard.TODAY.plusDays(1).toString())))
                .isEqualTo("http.invalid");
        assertThat(codeOf(ask(yard, "-999999999-01-01", Yard.TODAY.toString()))).isEqualTo("http.invalid");
        assertThat(codeOf(ask(yard, Yard.TODAY.toString(), Yard.TODAY.toString())))
                .isEqualTo("invoicing.nothing-to-export");
        assertThat(codeOf(yard.owner().get("/api/v1/invoice-batches/" + UUID.randomUUID())))
                .isEqualTo("invoicing.batch-not-found");
    }

    private static List<String> faults(Settled deal, String field, Object value) {
        var invoice = deal.invoice();
        invoice.put(field, value);
        return problem(deal.enter(deal.seller().owner(), invoice))
                .at("/errors")
                .valueStream()
                .map(error -> error.at("/field").asString())
                .distinct()
                .toList();
    }

    private static JsonNode batch(Yard yard) {
        return Visitor.json(ask(yard, Yard.TODAY.minusDays(1).toString(), Yard.TODAY.toString()));
    }

    private static ResponseSpec ask(Yard yard, String first, String last) {
        return yard.owner().post(yard.path("/invoice-batches"), Map.of("firstDay", first, "lastDay", last));
    }

    private static List<String> rowsOfCsv(Visitor who, JsonNode batch) {
        return Stream.of(new String(csv(who, batch), StandardCharsets.UTF_8).split("\r\n"))
                .toList();
    }

    private static byte[] csv(Visitor who, JsonNode batch) {
        return bytes(who.get("/api/v1/invoice-batches/" + batch.at("/batch/id").asString() + "/invoices.csv"));
    }

    private static byte[] bytes(ResponseSpec answer) {
        return Objects.requireNonNull(answer.expectStatus()
                .isOk()
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody());
    }

    private static List<String> toInvoice(Yard yard) {
        return Visitor.json(yard.owner().get(yard.path("/deals-to-invoice")))
                .at("/items")
                .valueStream()
                .map(deal -> deal.at("/dealId").asString())
                .toList();
    }

    private static String verdict(JsonNode deal) {
        return deal.at("/flows/verdict").asString();
    }

    private static String difference(JsonNode difference) {
        return difference.at("/flow").asString() + " " + difference.at("/fault").asString();
    }

    private static List<String> kindsToldTo(Yard yard) {
        return Visitor.json(yard.owner().get("/api/v1/my/notifications"))
                .at("/items")
                .valueStream()
                .map(notice -> notice.at("/kind").asString())
                .toList();
    }
}
