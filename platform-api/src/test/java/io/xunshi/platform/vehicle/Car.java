package io.xunshi.platform.vehicle;

import io.xunshi.platform.Visitor;
import io.xunshi.platform.listing.Goods;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** A car that somebody sells. */
public final class Car {
    private final Visitor owner;
    private final String listing;

    private Car(Visitor owner, String listing) {
        this.owner = owner;
        this.listing = listing;
    }

    /** A draft that says everything but what stands in the papers. */
    public static Car drafted(Visitor owner) {
        return drafted(owner, "大众");
    }

    public static Car drafted(Visitor owner, String brand) {
        var offer = Goods.bookcase(owner);
        offer.putAll(Map.of(
                "title",
                brand + " 朗逸 自动挡",
                "categoryCode",
                "car",
                "attributes",
                Map.of("brand", brand, "year", "2018", "fuel", "petrol", "mileage_km", "61000"),
                "price",
                Goods.fen(4_200_000)));
        var draft = Visitor.json(owner.post("/api/v1/listings", offer));
        return new Car(owner, draft.at("/id").asString());
    }

    /** Papers of which nothing is missing. */
    public static Map<String, Object> papers() {
        return new HashMap<>(Map.of(
                "registrationCertificate", true,
                "vehicleLicence", true,
                "purchaseInvoice", false,
                "inspectionUntil", "2027-06-30",
                "insuranceUntil", "2027-05-31",
                "plateRegion", "豫A",
                "previousOwners", 1,
                "mortgaged", false,
                "scrapped", false));
    }

    public static Map<String, Object> reading(String day, long km) {
        return Map.of("readOn", day, "km", km, "source", "INSPECTION");
    }

    public String listing() {
        return listing;
    }

    public String path() {
        return "/api/v1/listings/" + listing;
    }

    public ResponseSpec state(String vin, Map<String, Object> papers, List<Map<String, Object>> readings) {
        return owner.put(path() + "/vehicle", Map.of("number", vin, "papers", papers, "readings", readings));
    }

    /** With all its papers. */
    public Car stated(String vin, List<Map<String, Object>> readings) {
        state(vin, papers(), readings).expectStatus().isOk();
        return this;
    }

    public ResponseSpec publish() {
        return owner.post(path() + "/publication", Map.of());
    }

    public Car published() {
        publish().expectStatus().isOk().expectBody().jsonPath("$.state").isEqualTo("PUBLISHED");
        return this;
    }

    public JsonNode seenBy(Visitor reader) {
        return Visitor.json(reader.get(path() + "/vehicle"));
    }
}
