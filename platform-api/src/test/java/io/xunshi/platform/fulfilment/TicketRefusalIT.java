package io.xunshi.platform.fulfilment;

import static io.xunshi.platform.Refusals.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Races;
import io.xunshi.platform.Refusals;
import io.xunshi.platform.kernel.CityTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Weigh tickets and loads that are not taken, and why. */
@PlatformTest
class TicketRefusalIT {
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
    void whatAScaleCannotHaveSaidIsRefusedAndChangesNothing() {
        var load = haul.dispatched();

        assertThat(codeOf(weigh(load, haul.ticket(haul.buyer(), 12_180, 32_180))))
                .isEqualTo("fulfilment.tare-over-gross");
        assertThat(codeOf(weigh(load, haul.ticket(haul.buyer(), 12_180, 12_180))))
                .isEqualTo("fulfilment.nothing-weighed");
        assertThat(codeOf(weigh(load, haul.ticket(haul.buyer(), 3_218_000, 12_180))))
                .isEqualTo("fulfilment.too-heavy");
        assertThat(codeOf(weigh(
                        load,
                        changed("tareAt", Instant.now().minusSeconds(25 * 3_600).toString()))))
                .isEqualTo("fulfilment.stale-tare");
        assertThat(codeOf(weigh(
                        load,
                        changed("grossAt", Instant.now().plusSeconds(3_600).toString()))))
                .isEqualTo("fulfilment.wrong-time");
        assertThat(codeOf(weigh(load, changed("plate", "豫B00001")))).isEqualTo("fulfilment.plate-differs");
        assertThat(codeOf(weigh(load, changed("device", "X-99")))).isEqualTo("fulfilment.device-unknown");
        assertThat(codeOf(weigh(load, changed("scale", "SELLER")))).isEqualTo("fulfilment.other-side");
        assertThat(haul.seen().at("/loads/0/tickets")).isEmpty();
    }

    @Test
    void aScaleWhoseCalibrationHasEndedWeighsNothing() {
        var load = haul.dispatched();
        haul.buyer()
                .owner()
                .post(haul.buyer().path("/weigh-devices"), Haul.scale("B-01", -1))
                .expectStatus()
                .isCreated();

        assertThat(codeOf(weigh(load, haul.ticket(haul.buyer(), 32_180, 12_180))))
                .isEqualTo("fulfilment.certificate-expired");
    }

    @Test
    void aVehicleThatWeighsOtherThanUsualNeedsSomebodyToVouchForIt() {
        var load = haul.dispatched();
        haul.weigh(haul.seller(), load, haul.ticket(haul.seller(), 32_180, 12_180))
                .expectStatus()
                .isCreated();
        var ticket = haul.ticket(haul.buyer(), 32_180, 12_400);

        assertThat(codeOf(weigh(load, ticket))).isEqualTo("fulfilment.tare-drift");
        ticket.put("overrideReason", "换装防滑链");
        weigh(load, ticket).expectStatus().isCreated();
    }

    @Test
    void theSameTicketSentAgainIsAnsweredAlikeAndCountsOnce() throws Exception {
        var load = haul.dispatched();
        var ticket = haul.ticket(haul.buyer(), 32_180, 12_180);

        var statuses = Races.race(IntStream.range(0, 4)
                .mapToObj(tab -> haul.buyer().owner().inAnotherTab(port))
                .map(tab -> (Callable<ResponseSpec>) () -> tab.post("/api/v1/loads/" + load + "/tickets", ticket))
                .toList());

        assertThat(statuses).containsOnly(201);
        assertThat(haul.seen().at("/loads/0/tickets")).hasSize(1);
    }

    @Test
    void anotherWeightOfTheSameScaleIsACorrectionWithAReason() {
        var load = haul.dispatched();
        weigh(load, haul.ticket(haul.buyer(), 32_180, 12_180)).expectStatus().isCreated();
        var other = haul.ticket(haul.buyer(), 32_240, 12_180);

        assertThat(codeOf(weigh(load, other))).isEqualTo("fulfilment.weighed-already");
        other.put("correction", "首磅有人在车上");
        weigh(load, other).expectStatus().isCreated();

        assertThat(haul.seen().at("/loads/0/tickets").valueStream())
                .extracting(ticket -> ticket.at("/supersededAt").isNull())
                .containsExactly(false, true);
    }

    @Test
    void aFileIsTakenWholeOrNotAtAllAndNamesItsRows() {
        haul.dispatched();
        var head = "load,plate,device,gross_kg,gross_at,tare_kg,tare_at\n";
        var time = LocalDateTime.now(CityTime.ZONE).withNano(0);
        var good = "1,%s,B-01,32180,%s,12180,%s".formatted(haul.plate(), time, time);

        var refused = haul.post(
                haul.buyer(),
                "/ticket-imports",
                Map.of("csv", head + good + "\n7,%s,B-01,x,%s,1,%s".formatted(haul.plate(), time, time)));
        assertThat(fieldsOf(refused)).containsExactly("csv[3].gross_kg");
        var missing = haul.post(
                haul.buyer(),
                "/ticket-imports",
                Map.of("csv", head + good + "\n7,%s,B-01,32180,%s,12180,%s".formatted(haul.plate(), time, time)));
        assertThat(fieldsOf(missing)).containsExactly("csv[3]");
        assertThat(haul.seen().at("/loads/0/tickets")).isEmpty();

        haul.post(haul.buyer(), "/ticket-imports", Map.of("csv", head + good))
                .expectStatus()
                .isCreated();
        assertThat(haul.seen().at("/loads/0/tickets/0/source").asString()).isEqualTo("FILE");
    }

    @Test
    void aLicenceThatHasEndedStopsTheVehicle() {
        database.sql("""
                        update organisation.licence set valid_to = current_date - 2
                        where organisation_id = :id::uuid and kind = 'POLICE_FILING'
                        """).bind("id", haul.buyer().id()).then().block();

        assertThat(codeOf(haul.dispatch(haul.load(true)))).isEqualTo("organisation.licences-missing");
        assertThat(haul.state()).isEqualTo("CONTRACTED");
    }

    @Test
    void whatHasNotHappenedYetCannotBeDone() {
        assertThat(codeOf(haul.post(haul.buyer(), "/sample", haul.sample()))).isEqualTo("fulfilment.not-now");
        assertThat(codeOf(haul.postAs(haul.buyer().owner(), "/acceptance", Map.of())))
                .isEqualTo("fulfilment.not-now");
        assertThat(codeOf(haul.report(haul.seller(), 9_750, 120))).isEqualTo("fulfilment.not-now");
        assertThat(codeOf(haul.offer(haul.seller(), Haul.remedy("NONE", 0)))).isEqualTo("fulfilment.claim-not-now");
    }

    private ResponseSpec weigh(String load, Map<String, Object> ticket) {
        return haul.weigh(haul.buyer(), load, ticket);
    }

    private Map<String, Object> changed(String member, String value) {
        var ticket = haul.ticket(haul.buyer(), 32_180, 12_180);
        ticket.put(member, value);
        return ticket;
    }

    private static List<String> fieldsOf(ResponseSpec refused) {
        return Refusals.problem(refused)
                .at("/errors")
                .valueStream()
                .map(error -> error.at("/field").asString())
                .toList();
    }
}
