package io.xunshi.platform.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.OutsideWorld;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.exchange.Yard;
import io.xunshi.platform.fulfilment.Haul;
import io.xunshi.platform.payment.ProviderNews;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** A deal over 20 t at 15,600 yuan with 13 % tax in it, performed and paid: 276,106.19 yuan and 35,893.81 yuan tax. */
public final class Settled {
    public static final long NET_FEN = 27_610_619;
    public static final long TAX_FEN = 3_589_381;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Haul haul;

    private Settled(Haul haul) {
        this.haul = haul;
    }

    public static Settled closed(DatabaseClient database, int port) {
        var haul = Haul.signed(database, port);
        payNext(haul, port);
        haul.assayed();
        haul.postAs(haul.buyer().owner(), "/acceptance", Map.of())
                .expectStatus()
                .isOk();
        payNext(haul, port);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(haul.state()).isEqualTo("CLOSED"));
        return new Settled(haul);
    }

    private static void payNext(Haul haul, int port) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(due(haul)).isNotEmpty());
        var payUrl = Visitor.json(haul.buyer()
                        .owner()
                        .post(
                                "/api/v1/deal-bills/"
                                        + due(haul).getFirst().at("/id").asString() + "/payment",
                                Map.of()))
                .at("/payUrl")
                .asString();
        var intent = payUrl.substring(payUrl.lastIndexOf('/') + 1);
        OutsideWorld.simulation().pay(intent);
        ProviderNews.of(port, "payment_intent.amount_capturable_updated", intent)
                .expectStatus()
                .isOk();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(due(haul)).isEmpty());
    }

    private static List<JsonNode> due(Haul haul) {
        return Visitor.json(haul.buyer().owner().get("/api/v1/deals/" + haul.deal() + "/bills"))
                .at("/items")
                .valueStream()
                .filter(bill -> bill.at("/state").asString().equals("DUE"))
                .toList();
    }

    public Yard seller() {
        return haul.seller();
    }

    public Yard buyer() {
        return haul.buyer();
    }

    public String deal() {
        return haul.deal();
    }

    /** A digital number of this year that no other invoice of this run has. */
    public static String number() {
        return "%02d41%016d"
                .formatted(
                        Yard.TODAY.getYear() % 100, ThreadLocalRandom.current().nextLong(10_000_000_000_000_000L));
    }

    /** As the statement has it; a test says otherwise what it is about. */
    public Map<String, Object> invoice() {
        return new HashMap<>(Map.of(
                "kind",
                "SPECIAL",
                "number",
                number(),
                "issuedOn",
                Yard.TODAY.toString(),
                "sellerTaxNumber",
                seller().taxNumber(),
                "buyerTaxNumber",
                buyer().taxNumber(),
                "rateBasisPoints",
                1_300,
                "lines",
                List.of(line(20_000_000, NET_FEN, TAX_FEN))));
    }

    public static Map<String, Object> line(long grams, long netFen, long taxFen) {
        return Map.of(
                "materialCode",
                Yard.OLD_EXTRUSIONS,
                "name",
                "*废金属*旧铝型材",
                "quantity",
                grams,
                "netFen",
                netFen,
                "taxFen",
                taxFen);
    }

    public ResponseSpec enter(Visitor who, Map<String, Object> invoice) {
        return who.post("/api/v1/deals/" + deal() + "/invoices", invoice);
    }

    /** The id of an invoice that is as it should be. */
    public String invoiced() {
        return Visitor.json(enter(seller().owner(), invoice())).at("/id").asString();
    }

    public JsonNode seenBy(Yard side) {
        return Visitor.json(side.owner().get("/api/v1/deals/" + deal() + "/invoices"));
    }

    public static Map<String, Object> redLetter() {
        return Map.of("number", number(), "issuedOn", Yard.TODAY.toString(), "reason", "购方名称有误");
    }
}
