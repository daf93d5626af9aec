package io.xunshi.platform.fulfilment;

import static io.xunshi.platform.Refusals.codeOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.exchange.Yard;
import io.xunshi.platform.trace.LogEntries;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** A scale that belongs to neither side decides nothing on the word of one. */
@PlatformTest
class ThirdScaleIT {
    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    private Haul haul;

    @BeforeEach
    void aDealIsSigned() {
        haul = Haul.signed(database, port);
    }

    @Test
    void whatAThirdScaleSaidCountsOnceTheOtherSideStandsByIt() {
        var load = haul.dispatched();
        haul.weigh(haul.seller(), load, thirdTicket(haul.seller()))
                .expectStatus()
                .isCreated();
        var ticket = thirdOf(haul.seen());
        assertThat(ticket.at("/broughtBy").asString()).isEqualTo("SELLER");

        assertThat(codeOf(agree(haul.seller(), load, hashOf(ticket)))).isEqualTo("fulfilment.nothing-to-agree");
        assertThat(codeOf(agree(haul.buyer(), load, "another"))).isEqualTo("fulfilment.nothing-to-agree");
        assertThat(thirdOf(haul.seen()).at("/agreedAt").isNull()).isTrue();

        agree(haul.buyer(), load, hashOf(ticket)).expectStatus().isOk();

        assertThat(thirdOf(haul.seen()).at("/agreedAt").isNull()).isFalse();
        await().untilAsserted(() -> assertThat(LogEntries.of(database, haul.deal()))
                .anySatisfy(record -> assertThat(record).contains("deal.third-scale-agreed")));
        var other = thirdTicket(haul.seller());
        other.put("grossGrams", 33_000_000L);
        other.put("correction", "看错");
        assertThat(codeOf(haul.weigh(haul.seller(), load, other))).isEqualTo("fulfilment.third-scale-agreed");
    }

    @Test
    void bothSidesThatHandInTheSameTicketStandByIt() {
        var load = haul.dispatched();
        var ticket = thirdTicket(haul.seller());
        haul.weigh(haul.seller(), load, ticket).expectStatus().isCreated();

        ticket.put("organisationId", haul.buyer().id());
        haul.weigh(haul.buyer(), load, ticket).expectStatus().isCreated();

        assertThat(haul.seen().at("/loads/0/tickets")).hasSize(1);
        assertThat(thirdOf(haul.seen()).at("/agreedAt").isNull()).isFalse();
    }

    private Map<String, Object> thirdTicket(Yard side) {
        var ticket = haul.ticket(side, 32_100, 12_180);
        ticket.put("scale", "THIRD");
        ticket.put("device", "GY-PUBLIC-1");
        ticket.put("certificateTo", Yard.TODAY.plusDays(300).toString());
        return ticket;
    }

    private ResponseSpec agree(Yard side, String load, String hash) {
        return side.owner()
                .post(
                        "/api/v1/loads/" + load + "/third-ticket/agreement",
                        Map.of("organisationId", side.id(), "hash", hash));
    }

    private static JsonNode thirdOf(JsonNode seen) {
        return seen.at("/loads/0/tickets/0");
    }

    private static String hashOf(JsonNode ticket) {
        return ticket.at("/hash").asString();
    }
}
