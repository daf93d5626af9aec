package io.xunshi.platform.regulation;

import io.xunshi.platform.Visitor;
import io.xunshi.platform.listing.Goods;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** A phone that somebody sells. */
public final class Handset {
    private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");
    private static final AtomicInteger NEXT = new AtomicInteger(1);

    private final Visitor owner;
    private final String listing;

    private Handset(Visitor owner, String listing) {
        this.owner = owner;
        this.listing = listing;
    }

    /** A draft that says everything but the device's number. */
    public static Handset drafted(Visitor owner) {
        return drafted(owner, "华为 Mate 40 Pro 256G");
    }

    public static Handset drafted(Visitor owner, String title) {
        var offer = Goods.bookcase(owner);
        offer.put("title", title);
        offer.put("categoryCode", "mobile-phone");
        offer.put("attributes", Map.of("brand", "华为", "model", "Mate 40 Pro", "storage_gb", "256"));
        offer.putAll(Goods.reportOfPhone(owner));
        var draft = Visitor.json(owner.post("/api/v1/listings", offer));
        return new Handset(owner, draft.at("/id").asString());
    }

    /** A serial number that no other device of this run has. */
    public static String newSerial() {
        return "SN%08d".formatted(NEXT.getAndIncrement());
    }

    public String listing() {
        return listing;
    }

    public String path() {
        return "/api/v1/listings/" + listing;
    }

    public Handset numbered(String serial) {
        enter("SERIAL", serial).expectStatus().isOk();
        return this;
    }

    public ResponseSpec enter(String kind, String number) {
        return owner.put(
                path() + "/device-numbers", Map.of("numbers", List.of(Map.of("kind", kind, "number", number))));
    }

    /** The code of the record. */
    public String wiped() {
        return Visitor.json(declare()).at("/wipeRecord/code").asString();
    }

    public ResponseSpec declare() {
        return owner.put(
                path() + "/wipe-record",
                Map.of(
                        "method", "BLOCK_ERASE",
                        "medium", "SEMICONDUCTOR",
                        "tool", "设置 · 还原所有设置",
                        "wipedOn", LocalDate.now(CITY).minusDays(1).toString(),
                        "consent", true));
    }

    /** As the standard wants it: numbered, wiped, and looked at by a point. */
    public Handset verifiedBy(Visitor point, String serial) {
        numbered(serial);
        var tail = serial.substring(serial.length() - DeviceNumber.TAIL_LENGTH);
        point.post("/api/v1/wipe-records/" + wiped() + "/verification", Map.of("result", "PASSED", "numberTail", tail))
                .expectStatus()
                .isOk();
        return this;
    }

    public ResponseSpec publish() {
        return owner.post(path() + "/publication", Map.of());
    }

    public JsonNode published() {
        return Visitor.json(publish());
    }

    public JsonNode seenBy(Visitor reader) {
        return Visitor.json(reader.get(path() + "/device"));
    }
}
