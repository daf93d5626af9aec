package io.xunshi.platform.custody;

import io.xunshi.platform.Visitor;
import io.xunshi.platform.exchange.Yard;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** What lies at the one site of a yard, and what is done to it. */
public final class Heap {
    private static final long GRAMS = 1_000;

    private final Yard yard;
    private final String site;

    private Heap(Yard yard, String site) {
        this.yard = yard;
        this.site = site;
    }

    public static Heap of(Yard yard) {
        return new Heap(
                yard,
                Visitor.json(yard.owner().post(yard.path("/sites"), site("一号库")))
                        .at("/id")
                        .asString());
    }

    public Yard yard() {
        return yard;
    }

    String siteId() {
        return site;
    }

    public static Map<String, Object> site(String name) {
        return Map.of("name", name, "areaCode", "ZZ-GY", "address", "回郭镇工业区 8 号");
    }

    public static Map<String, Object> receipt(String site, String material, long grams, String source) {
        return Map.of(
                "siteId",
                site,
                "materialCode",
                material,
                "quantity",
                grams,
                "source",
                source,
                "reference",
                "GP-0001",
                "happenedOn",
                Yard.TODAY.toString());
    }

    /** The batch of so many kilograms of old extrusions out of a works. */
    public JsonNode received(long kilograms) {
        return received(Yard.OLD_EXTRUSIONS, kilograms, "PRODUCTIVE_UNIT");
    }

    JsonNode received(String material, long kilograms, String source) {
        return Visitor.json(
                yard.owner().post(yard.path("/custody-receipts"), receipt(site, material, kilograms * GRAMS, source)));
    }

    /** The id of the one parcel that a batch made. */
    static String parcel(JsonNode batch) {
        return batch.at("/outputs/0/id").asString();
    }

    /**
     * @param inputs grams by parcel
     * @param outputs grams by material
     */
    public static Map<String, Object> work(
            String kind, String site, Map<String, Long> inputs, Map<String, Long> outputs, long loss) {
        return new HashMap<>(Map.of(
                "kind",
                kind,
                "siteId",
                site,
                "inputs",
                inputs.entrySet().stream()
                        .map(input -> Map.of("parcelId", input.getKey(), "grams", input.getValue()))
                        .toList(),
                "outputs",
                outputs.entrySet().stream()
                        .map(output -> Map.of("materialCode", output.getKey(), "grams", output.getValue()))
                        .toList(),
                "lossGrams",
                loss,
                "happenedOn",
                Yard.TODAY.toString()));
    }

    Map<String, Object> work(String kind, Map<String, Long> inputs, Map<String, Long> outputs, long loss) {
        return work(kind, site, inputs, outputs, loss);
    }

    Map<String, Object> processing(String process, Map<String, Long> inputs, Map<String, Long> outputs, long loss) {
        var work = work("PROCESSING", inputs, outputs, loss);
        work.put("process", process);
        return work;
    }

    ResponseSpec enter(Map<String, Object> work) {
        return yard.owner().post(yard.path("/custody-batches"), work);
    }

    JsonNode entered(Map<String, Object> work) {
        return Visitor.json(enter(work).expectStatus().isCreated());
    }

    ResponseSpec takeBack(JsonNode batch) {
        return yard.owner()
                .post("/api/v1/custody-batches/" + batch.at("/id").asString() + "/reversal", Map.of("reason", "录入有误"));
    }

    /** The digits by which its events are found, the earliest first. */
    public List<String> events() {
        var events = Visitor.json(yard.owner().get("/api/v1/epcis/events"))
                .at("/epcisBody/queryResults/resultsBody/eventList");
        return StreamSupport.stream(events.spliterator(), false)
                .map(event -> event.at("/eventID").asString().replaceAll(".*;([0-9a-f]{64})\\?.*", "$1"))
                .toList();
    }

    /** Of a material: on hand by the account, in parcels; in kilograms. */
    List<Long> balance(String material) {
        for (var line :
                Visitor.json(yard.owner().get(yard.path("/custody-balance"))).at("/items")) {
            if (line.at("/materialCode").asString().equals(material)) {
                return List.of(
                        line.at("/onHandGrams").asLong() / GRAMS,
                        line.at("/inParcelsGrams").asLong() / GRAMS);
            }
        }
        return List.of(0L, 0L);
    }
}
