package io.xunshi.platform.custody.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Against examples of the algorithm's reference, and of what must not matter. */
class EventHashTests {
    private static final String EXAMPLE = "example:";
    private static final Map<String, String> NAMESPACES = Map.of("example", "https://ns.example.com/epcis/");

    /** The first worked example of RalphTro/epcis-event-hash-generator, with its EPCs as GS1 Digital Links. */
    @Test
    void theReferenceExampleHasItsHash() {
        var event = Map.of(
                "type",
                "ObjectEvent",
                "eventTime",
                "2020-03-04T11:00:30.000+01:00",
                "eventTimeZoneOffset",
                "+01:00",
                "recordTime",
                "2020-03-04T11:00:30.999+01:00",
                "epcList",
                List.of(
                        "https://id.gs1.org/00/040123450000003338",
                        "https://id.gs1.org/00/040123450000001112",
                        "https://id.gs1.org/00/040123450000002225"),
                "action",
                "OBSERVE",
                "bizStep",
                "departing",
                "readPoint",
                Map.of("id", "https://id.gs1.org/414/4012345000115/254/987"),
                EXAMPLE + "myField1",
                Map.of(EXAMPLE + "mySubField2", "5", EXAMPLE + "mySubField1", "2"),
                EXAMPLE + "myField2",
                "0");

        assertThat(EventHash.of(
                        with(event, EXAMPLE + "myField3", Map.of(EXAMPLE + "mySubField3", List.of("3", "1"))),
                        NAMESPACES))
                .isEqualTo("ni:///sha-256;6ae96341e0acc6d7a261364751f60e68278a81cdf51da0abb6b4e617014e39d7?ver=CBV2.0");
    }

    /** The third one, without the extension in its read point, which CBV 2.0 and 2.1 put in different places. */
    @Test
    void typesAreExpandedInTheirPlaces() {
        var event = Map.of(
                "type",
                "ObjectEvent",
                "eventTime",
                "2020-03-04T10:00:30Z",
                "bizTransactionList",
                List.of(Map.of("type", "po", "bizTransaction", "urn:x:1")),
                "disposition",
                "in_transit",
                "sourceList",
                List.of(Map.of("type", "owning_party", "source", "urn:x:2")),
                "quantityList",
                List.of(Map.of("epcClass", "urn:x:3", "quantity", new BigDecimal("12.500"), "uom", "KGM")));

        assertThat(EventHash.preHash(event, NAMESPACES))
                .isEqualTo("eventType=ObjectEventeventTime=2020-03-04T10:00:30.000Z"
                        + "quantityListquantityElementepcClass=urn:x:3quantity=12.5uom=KGM"
                        + "disposition=https://ref.gs1.org/cbv/Disp-in_transit"
                        + "bizTransactionListtype=https://ref.gs1.org/cbv/BTT-pobizTransaction=urn:x:1"
                        + "sourceListtype=https://ref.gs1.org/cbv/SDT-owning_partysource=urn:x:2");
    }

    @Test
    void whenItWasRecordedAndWhetherItWasWrongDoesNotMatter() {
        var event = Map.<String, Object>of("type", "ObjectEvent", "eventTime", "2020-03-04T10:00:30Z");

        assertThat(EventHash.of(
                        with(with(event, "recordTime", "2026-11-28T00:00:00Z"), "errorDeclaration", Map.of()),
                        NAMESPACES))
                .isEqualTo(EventHash.of(event, NAMESPACES));
    }

    private static Map<String, Object> with(Map<String, ?> event, String name, Object value) {
        var whole = new HashMap<String, Object>(event);
        whole.put(name, value);
        return whole;
    }
}
