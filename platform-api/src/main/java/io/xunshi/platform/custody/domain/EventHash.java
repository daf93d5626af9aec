package io.xunshi.platform.custody.domain;

import io.xunshi.platform.kernel.Sha256;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The hash of an EPCIS 2.0 event (CBV 2.0): the same for everybody who has the event, in whatever order its members
 * stand. It takes the members that our events have, with identifiers as they are written. When an event was recorded,
 * its own id and error declarations do not enter.
 */
public final class EventHash {
    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final String CBV = "https://ref.gs1.org/cbv/";

    private EventHash() {}

    /**
     * As it names an event, <code>ni:///sha-256;…?ver=CBV2.0</code>.
     *
     * @param namespaces of extensions, by the prefix before their colon
     */
    public static String of(Map<String, ?> event, Map<String, String> namespaces) {
        return named(digest(event, namespaces));
    }

    /** Hexadecimal. */
    static String digest(Map<String, ?> event, Map<String, String> namespaces) {
        return Sha256.of(preHash(event, namespaces));
    }

    /** The name of an event out of the digits of its hash. */
    public static String named(String digits) {
        return "ni:///sha-256;" + digits + "?ver=CBV2.0";
    }

    /** What is hashed: names and values in their canonical order, without anything between them. */
    static String preHash(Map<String, ?> event, Map<String, String> namespaces) {
        return Stream.of(
                        field("eventType", event.get("type")),
                        field("eventTime", event.get("eventTime") instanceof String time ? utc(time) : null),
                        field("eventTimeZoneOffset", event.get("eventTimeZoneOffset")),
                        listed("epcList", lines(event, "epcList").map(epc -> "epc=" + epc)),
                        quantities(event, "quantityList"),
                        quantities(event, "inputQuantityList"),
                        quantities(event, "outputQuantityList"),
                        field("action", event.get("action")),
                        field("transformationID", event.get("transformationID")),
                        field("bizStep", word("BizStep-", event.get("bizStep"))),
                        field("disposition", word("Disp-", event.get("disposition"))),
                        place("readPoint", event),
                        place("bizLocation", event),
                        typed(event, "bizTransaction", "BTT-"),
                        typed(event, "source", "SDT-"),
                        typed(event, "destination", "SDT-"),
                        extensions(event, namespaces))
                .collect(Collectors.joining());
    }

    private static String field(String name, @Nullable Object value) {
        return value == null ? "" : name + "=" + text(value);
    }

    private static String text(Object value) {
        return value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : value.toString();
    }

    static String utc(Instant time) {
        return MILLISECONDS.format(time);
    }

    private static String utc(String time) {
        return utc(OffsetDateTime.parse(time).toInstant());
    }

    private static @Nullable Object word(String kind, @Nullable Object value) {
        return value instanceof String bare && bare.indexOf(':') < 0 ? CBV + kind + bare : value;
    }

    private static String place(String name, Map<String, ?> event) {
        return event.get(name) instanceof Map<?, ?> place ? name + field("id", place.get("id")) : "";
    }

    private static String quantities(Map<String, ?> event, String name) {
        return listed(
                name,
                lines(event, name)
                        .map(element -> (Map<?, ?>) element)
                        .map(element -> "quantityElement"
                                + field("epcClass", element.get("epcClass"))
                                + field("quantity", element.get("quantity"))
                                + field("uom", element.get("uom"))));
    }

    private static String typed(Map<String, ?> event, String name, String kind) {
        return listed(
                name + "List",
                lines(event, name + "List")
                        .map(element -> (Map<?, ?>) element)
                        .map(element ->
                                field("type", word(kind, element.get("type"))) + field(name, element.get(name))));
    }

    private static Stream<?> lines(Map<String, ?> event, String name) {
        return event.get(name) instanceof List<?> list ? list.stream() : Stream.of();
    }

    private static String listed(String name, Stream<String> lines) {
        var sorted = lines.sorted().toList();
        return sorted.isEmpty() ? "" : name + String.join("", sorted);
    }

    private static String extensions(Map<?, ?> of, Map<String, String> namespaces) {
        var sorted = new TreeMap<String, Object>();
        of.forEach((name, value) -> {
            var parts = name.toString().split(":", 2);
            var namespace = namespaces.get(parts[0]);
            if (parts.length == 2 && namespace != null) {
                sorted.put("{" + namespace + "}" + parts[1], value);
            }
        });
        return sorted.entrySet().stream()
                .map(extension -> extension(extension.getKey(), extension.getValue(), namespaces))
                .collect(Collectors.joining());
    }

    private static String extension(String name, Object value, Map<String, String> namespaces) {
        return switch (value) {
            case Map<?, ?> inner -> name + extensions(inner, namespaces);
            case List<?> several ->
                several.stream()
                        .map(one -> extension(name, one, namespaces))
                        .sorted()
                        .collect(Collectors.joining());
            default -> field(name, value);
        };
    }
}
