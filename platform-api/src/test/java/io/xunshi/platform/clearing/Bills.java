package io.xunshi.platform.clearing;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.Visitor;
import io.xunshi.platform.exchange.Yard;
import io.xunshi.platform.fulfilment.Haul;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** What a deal asks its buyer to pay, as its two sides read it. */
final class Bills {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Bills() {}

    static JsonNode of(Haul haul, Yard reader) {
        return Visitor.json(reader.owner().get("/api/v1/deals/" + haul.deal() + "/bills"))
                .at("/items");
    }

    /** Kind, fen and state of each, as <code>ADVANCE 28080000 DUE</code>. */
    static List<String> told(Haul haul) {
        return of(haul, haul.buyer())
                .valueStream()
                .map(bill -> "%s %d %s"
                        .formatted(
                                bill.at("/kind").asString(),
                                bill.at("/amount/amount").asLong(),
                                bill.at("/state").asString()))
                .toList();
    }

    static void await(Haul haul, String... expected) {
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(told(haul)).containsExactly(expected));
    }
}
