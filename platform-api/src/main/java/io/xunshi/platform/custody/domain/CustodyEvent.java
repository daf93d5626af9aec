package io.xunshi.platform.custody.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A batch as an EPCIS 2.0 event in JSON-LD. Parcels, sites, deals and organisations are named by their UUIDs, weights
 * are kilograms.
 */
public final class CustodyEvent {
    /** Of what EPCIS has no words for. */
    public static final Map<String, String> NAMESPACES = Map.of("xunshi", "https://xunshi.io/ns/custody/");

    private static final int GRAMS_DECIMALS = 3;
    private static final String CITY_OFFSET = "+08:00";

    private CustodyEvent() {}

    /**
     * With its hash as its id.
     *
     * @param counter the counter entry that took it back, which makes the event declare an error; null for none
     */
    public static Map<String, Object> of(Batch batch, @Nullable Batch counter) {
        var event = said(batch);
        event.put("eventID", EventHash.named(digestOf(batch)));
        event.put("recordTime", milliseconds(batch.enteredAt()));
        if (counter != null) {
            event.put(
                    "errorDeclaration",
                    Map.of(
                            "declarationTime",
                            milliseconds(counter.enteredAt()),
                            "reason",
                            "incorrect_data",
                            "correctiveEventIDs",
                            List.of(EventHash.named(digestOf(counter)))));
        }
        return event;
    }

    /** The hash in the event's id, hexadecimal: what it is found by. */
    public static String digestOf(Batch batch) {
        return EventHash.digest(said(batch), NAMESPACES);
    }

    /** The business step of the standard's vocabulary. */
    public static String bizStep(BatchKind kind, @Nullable ProcessKind process) {
        return switch (kind) {
            case RECEIPT -> "collecting";
            case OPENING -> "storing";
            case DELIVERY -> "accepting";
            case SPLIT, MERGE -> "repackaging";
            case PROCESSING -> process == ProcessKind.DISMANTLING ? "disassembling" : "creating_class_instance";
            case COUNT, REVERSAL -> "inspecting";
        };
    }

    private static Map<String, Object> said(Batch batch) {
        var composition = batch.composition();
        var event = new LinkedHashMap<String, Object>();
        var inputs = composition.draws().stream()
                .map(draw -> quantity(draw.parcel().id(), draw.grams()))
                .toList();
        var outputs = batch.made().stream()
                .map(parcel -> quantity(parcel.id(), parcel.grams()))
                .toList();
        if (inputs.isEmpty() || outputs.isEmpty()) {
            event.put("type", "ObjectEvent");
            event.put("action", inputs.isEmpty() ? "ADD" : "DELETE");
            event.put("quantityList", inputs.isEmpty() ? outputs : inputs);
        } else {
            event.put("type", "TransformationEvent");
            event.put("transformationID", urn(batch.id()));
            event.put("inputQuantityList", inputs);
            event.put("outputQuantityList", outputs);
        }
        event.put("eventTime", milliseconds(batch.enteredAt()));
        event.put("eventTimeZoneOffset", CITY_OFFSET);
        event.put("bizStep", bizStep(batch.kind(), batch.process()));
        event.put("readPoint", Map.of("id", urn(batch.site())));
        event.put("bizLocation", Map.of("id", urn(batch.site())));
        putSides(event, batch);
        putExtensions(event, batch);
        return event;
    }

    private static void putSides(Map<String, Object> event, Batch batch) {
        var deal = batch.deal();
        var giver = batch.counterparty();
        if (deal != null && giver != null) {
            event.put("bizTransactionList", List.of(Map.of("type", "po", "bizTransaction", urn(deal.value()))));
            event.put("sourceList", List.of(Map.of("type", "owning_party", "source", urn(giver.value()))));
            event.put(
                    "destinationList",
                    List.of(Map.of(
                            "type",
                            "owning_party",
                            "destination",
                            urn(batch.organisation().value()))));
        }
    }

    private static void putExtensions(Map<String, Object> event, Batch batch) {
        event.put("xunshi:batch", batch.code());
        event.put("xunshi:kind", batch.kind().name());
        Stream.ofNullable(batch.process()).forEach(process -> event.put("xunshi:process", process.name()));
        Stream.ofNullable(batch.source()).forEach(source -> event.put("xunshi:source", source.name()));
        event.put("xunshi:enteredKilograms", kilograms(batch.composition().entered()));
        event.put("xunshi:lostKilograms", kilograms(batch.composition().loss()));
        if (!batch.made().isEmpty()) {
            event.put(
                    "xunshi:made", batch.made().stream().map(CustodyEvent::made).toList());
        }
    }

    private static Map<String, Object> made(Parcel parcel) {
        return Map.of(
                "xunshi:parcel", urn(parcel.id()),
                "xunshi:code", parcel.code(),
                "xunshi:material", parcel.materialCode(),
                "xunshi:model", parcel.model().name(),
                "xunshi:documentedKilograms", kilograms(parcel.documented()));
    }

    private static Map<String, Object> quantity(UUID parcel, long grams) {
        return Map.of("epcClass", urn(parcel), "quantity", kilograms(grams), "uom", "KGM");
    }

    /** Without zeros at its end, as it is hashed. */
    private static BigDecimal kilograms(long grams) {
        var exact = BigDecimal.valueOf(grams, GRAMS_DECIMALS).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }

    private static String urn(UUID id) {
        return "urn:uuid:" + id;
    }

    private static String milliseconds(Instant at) {
        return EventHash.utc(at.truncatedTo(ChronoUnit.MILLIS));
    }
}
