package io.xunshi.platform.order;

import io.xunshi.platform.OutsideWorld;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.http.WebhookSignature;
import io.xunshi.platform.listing.Goods;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** The parcel of a trade; tests tell what the carrier does with it. */
public final class Sending {
    final Trade trade;
    final String reference;
    final String waybill;

    private Sending(Trade trade, String waybill) {
        this.trade = trade;
        this.waybill = waybill;
        reference = OutsideWorld.simulation().parcels().stream()
                .filter(parcel -> parcel.at("/waybill").asString().equals(waybill))
                .map(parcel -> parcel.at("/reference").asString())
                .findFirst()
                .orElseThrow();
    }

    /**
     * The id of a published bookcase of 280 yuan in a parcel of three kilograms: in the province that costs 11 yuan.
     */
    public static String offered(Visitor seller, String payer) {
        var offer = Goods.bookcase(seller);
        offer.put("shipping", Map.of("payer", payer, "parcelGrams", 3_000));
        return Goods.publish(seller, offer).at("/id").asString();
    }

    public static Map<String, Object> home() {
        return new HashMap<>(Map.of(
                "name", "王小明", "phone", "13812345678", "province", "41", "city", "郑州市金水区", "street", "花园路 1 号 2 单元"));
    }

    /** The id of an address in the person's book. */
    public static String address(Visitor person) {
        return Visitor.json(person.post("/api/v1/my/addresses", home()))
                .at("/id")
                .asString();
    }

    /** The seller has a label. */
    public static Sending labelled(Trade trade) {
        var order = Visitor.json(askedBy(trade.seller, trade));
        return new Sending(trade, order.at("/delivery/parcel/waybill").asString());
    }

    static ResponseSpec askedBy(Visitor person, Trade trade) {
        return trade.doneBy(person, "label", Map.of("fromAddressId", address(person)));
    }

    /** The carrier does something, and says so. */
    Sending and(String status) {
        happens(status);
        tells("evt_" + UUID.randomUUID()).expectStatus().isOk();
        return this;
    }

    void happens(String status) {
        OutsideWorld.simulation().moveParcel(reference, status, "郑州分拨中心");
    }

    /** A genuine webhook about the parcel. */
    ResponseSpec tells(String eventId) {
        return send(trade.buyer, eventId, reference, OutsideWorld.WEBHOOK_SECRET);
    }

    static ResponseSpec send(Visitor sender, String eventId, String reference, String secret) {
        var payload = "{\"id\":\"%s\",\"reference\":\"%s\"}".formatted(eventId, reference);
        var time = String.valueOf(Instant.now().getEpochSecond());
        return sender.request(HttpMethod.POST, "/api/v1/carrier-events")
                .headers(headers -> headers.remove("X-XSRF-TOKEN"))
                .header("Carrier-Signature", "t=" + time + ",v1=" + WebhookSignature.sign(time, payload, secret))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(payload)
                .exchange();
    }

    /** As the carrier knows it. */
    JsonNode parcel() {
        return OutsideWorld.simulation().parcel(reference);
    }
}
