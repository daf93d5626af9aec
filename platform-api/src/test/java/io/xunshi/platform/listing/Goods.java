package io.xunshi.platform.listing;

import static org.awaitility.Awaitility.await;

import io.xunshi.platform.Visitor;
import io.xunshi.platform.media.domain.Pictures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Makes listings as a person does: photo first, then words, then out with it. */
public final class Goods {
    private static final HttpClient UPLOADS = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Goods() {}

    /** A photo that was uploaded and developed. */
    public static String photo(Visitor owner) {
        return photo(owner, Pictures.jpeg(640, 480));
    }

    /** A photo that shows a picture; a JPEG. */
    public static String photo(Visitor owner, byte[] picture) {
        var announced = json(owner, "/api/v1/photos", Map.of("contentType", "image/jpeg", "sizeBytes", picture.length));
        store(URI.create(announced.at("/upload/url").asString()), picture);
        var id = announced.at("/id").asString();
        owner.post("/api/v1/photos/" + id + "/completion", Map.of())
                .expectStatus()
                .isOk();
        return id;
    }

    /** What a complete offer says; tests change what they are about. */
    public static Map<String, Object> bookcase(Visitor owner) {
        return new HashMap<>(Map.of(
                "title", "实木书柜 五层",
                "description", "搬家出，背板完好。",
                "categoryCode", "storage-furniture",
                "attributes", Map.of("material", "wood"),
                "conditionCode", "GOOD",
                "price", Map.of("amount", 28_000, "currency", "CNY"),
                "districtCode", "ZZ-JS",
                "photoIds", List.of(photo(owner))));
    }

    /** The listing's JSON after it was published. */
    public static JsonNode published(Visitor owner) {
        return publish(owner, bookcase(owner));
    }

    public static JsonNode publish(Visitor owner, Map<String, Object> offer) {
        var draft = json(owner, "/api/v1/listings", offer);
        return json(owner, "/api/v1/listings/" + draft.at("/id").asString() + "/publication", Map.of());
    }

    /** What an offer of same moving boxes says; a piece costs 12.50 yuan. */
    public static Map<String, Object> boxes(Visitor owner, int stock) {
        var offer = bookcase(owner);
        offer.putAll(Map.of("title", "搬家纸箱 五层加厚", "price", fen(1_250), "stock", stock));
        return offer;
    }

    /** The JSON of moving boxes on offer. */
    public static JsonNode stocked(Visitor owner, int stock) {
        return publish(owner, boxes(owner, stock));
    }

    /** What an offer to lend a drill says; it is for sale too. A day costs 30 yuan, a week 120, the deposit is 300. */
    public static Map<String, Object> drill(Visitor owner) {
        var offer = bookcase(owner);
        offer.putAll(Map.of(
                "title", "博世冲击钻 带钻头",
                "categoryCode", "power-tool",
                "attributes", Map.of("voltage", "220"),
                "price", fen(42_000),
                "rental",
                        Map.of(
                                "perDay",
                                fen(3_000),
                                "perWeek",
                                fen(12_000),
                                "deposit",
                                fen(30_000),
                                "minDays",
                                1,
                                "maxDays",
                                21,
                                "bufferDays",
                                1)));
        return offer;
    }

    /** The JSON of a drill that is to be rented and to be bought. */
    public static JsonNode lent(Visitor owner) {
        return publish(owner, drill(owner));
    }

    /** The JSON of a bookcase whose owner would rather have a bicycle for it, and sells it too. */
    public static JsonNode openToSwap(Visitor owner, String title, long priceFen) {
        var offer = bookcase(owner);
        offer.put("title", title);
        offer.put("price", fen(priceFen));
        offer.put("swap", Map.of("categoryCodes", List.of("bicycle"), "words", "自行车"));
        return publish(owner, offer);
    }

    /** What an offer to give a chair away says; it has no price. */
    public static Map<String, Object> chair(Visitor owner, String choice) {
        var offer = bookcase(owner);
        offer.remove("price");
        offer.putAll(
                Map.of("title", "餐椅一把 免费送", "gift", Map.of("choice", choice, "windowHours", 24, "pickupHours", 48)));
        return offer;
    }

    /** A phone's photos, and all that is asked about its condition; it is GOOD at best. */
    public static Map<String, Object> reportOfPhone(Visitor owner) {
        var front = photo(owner);
        var back = photo(owner);
        var answers = new HashMap<>(Map.of("use", "used", "screen", "hairline", "body", "light", "battery", "85"));
        answers.putAll(Map.of("works", "all", "repair", "never", "box", "some"));
        return Map.of(
                "photoIds",
                List.of(front, back),
                "report",
                Map.of(
                        "checklist",
                        "phone",
                        "edition",
                        1,
                        "answers",
                        answers,
                        "shots",
                        Map.of("front", front, "back", back)));
    }

    public static Map<String, Object> fen(long amount) {
        return Map.of("amount", amount, "currency", "CNY");
    }

    /** A store that is overrun answers with a server error, and whoever uploads tries again. */
    private static void store(URI address, byte[] picture) {
        await().atMost(PATIENCE).until(() -> upload(address, picture) == HttpURLConnection.HTTP_OK);
    }

    /** The object store's status. */
    public static int upload(URI address, byte[] file) {
        try {
            return UPLOADS.send(
                            HttpRequest.newBuilder(address)
                                    .header("Content-Type", "image/jpeg")
                                    .PUT(HttpRequest.BodyPublishers.ofByteArray(file))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(Visitor visitor, String path, Object body) {
        return Visitor.json(visitor.post(path, body));
    }
}
