package io.xunshi.platform.exchange;

import static io.xunshi.platform.Refusals.codeOf;
import static io.xunshi.platform.Refusals.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.kernel.Sha256;
import io.xunshi.platform.organisation.Firm;
import io.xunshi.platform.trace.TraceLog;
import io.xunshi.transparency.record.TradeRecord;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** What laboratories read of a lot, as buyers see it and as the log has it. */
@PlatformTest
class AssayReportIT {
    private static final String OTHER_MATERIAL = "NF-AL-EXT-N";

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private Lots lots;

    @Autowired
    private TraceLog log;

    private Yard yard;
    private String lot;
    private String path;

    @BeforeEach
    void aYardOffersALot() {
        yard = Yard.filed(database, port, "巩义再生铝业").stocked(30_000);
        lot = yard.offered(20_000).at("/id").asString();
        path = "/api/v1/lots/" + lot + "/assay-reports";
    }

    @Test
    void everybodyReadsItAndWhoHasSignedInOpensThePaper() {
        var report = yard.assayed(lot);

        var read = reports().at("/items/0");
        assertThat(read.at("/laboratory").asString()).isEqualTo("郑州市质量检验所");
        assertThat(read.at("/readings/al_pct").asString()).isEqualTo("96.8");
        assertThat(read.at("/sha256").asString()).isEqualTo(Sha256.of(Firm.pdf()));
        var file = path + "/" + report + "/file";
        var paper = new Visitor(port)
                .signUp("买家")
                .get(file)
                .expectStatus()
                .isOk()
                .expectBody(byte[].class)
                .returnResult();
        assertThat(paper.getResponseBody()).isEqualTo(Firm.pdf());
        assertThat(codeOf(new Visitor(port).get(file))).isEqualTo("http.not-signed-in");
    }

    @Test
    void itsHashStandsInTheLogAndAnybodyCanRecomputeIt() {
        yard.assayed(lot);

        var read = reports().at("/items/0");
        var line = String.join(
                "|",
                codeOfLot(),
                "郑州市质量检验所",
                "ZJ-2026-0815",
                Yard.TODAY.minusDays(3).toString(),
                "al_pct=96.8,inclusion_pct=1.1",
                Sha256.of(Firm.pdf()));
        assertThat(read.at("/seal").asString()).isEqualTo(Sha256.of(line));
        await().untilAsserted(() -> assertThat(sealed()).singleElement().satisfies(record -> {
            assertThat(record.step()).isEqualTo(TradeRecord.Step.LOT_ASSAYED);
            assertThat(record.order()).isEqualTo(codeOfLot());
            assertThat(record.snapshot()).isEqualTo(Sha256.of(line));
        }));
    }

    @Test
    void whatIsAttachedMakesANewVersionOfTheOffer() {
        yard.assayed(lot);

        var read = Visitor.json(new Visitor(port).get("/api/v1/lots/" + lot));
        assertThat(read.at("/version").asInt()).isEqualTo(2);
        assertThat(read.at("/termsVersion").asInt()).isEqualTo(2);
    }

    @Test
    void theMaterialStaysWhileALaboratoryHasReadIt() {
        var report = yard.assayed(lot);
        var other = Yard.lot(20_000);
        other.put("materialCode", OTHER_MATERIAL);
        var address = "/api/v1/lots/" + lot;

        assertThat(codeOf(yard.owner().put(address, other, "\"2\""))).isEqualTo("exchange.material-reported");
        yard.owner().put(address, Yard.lot(10_000), "\"2\"").expectStatus().isOk();
        yard.owner().delete(path + "/" + report).expectStatus().isNoContent();
        yard.receive(yard.owner(), OTHER_MATERIAL, 20_000_000).expectStatus().isCreated();
        yard.owner().put(address, other, "\"4\"").expectStatus().isOk();
    }

    @Test
    void onlyTheSellerAttachesAndTakesAway() {
        var report = yard.assayed(lot);
        var stranger = Yard.filed(database, port, "别家的货场");
        var document = Firm.document(stranger.owner(), Firm.pdf());

        assertThat(codeOf(stranger.owner().post(path, Yard.report(document)))).isEqualTo("organisation.not-a-member");
        assertThat(codeOf(stranger.owner().delete(path + "/" + report))).isEqualTo("organisation.not-a-member");
        assertThat(codeOf(yard.owner().delete(path + "/" + UUID.randomUUID()))).isEqualTo("exchange.report-not-found");
        yard.owner().delete(path + "/" + report).expectStatus().isNoContent();
        assertThat(reports().at("/items")).isEmpty();
    }

    @Test
    void whatSomebodyHoldsIsNotReportedOnAnyMore() {
        var report = yard.assayed(lot);
        lots.hold(new LotId(UUID.fromString(lot)), UUID.randomUUID()).block();

        assertThat(codeOf(attach(Map.of()))).isEqualTo("exchange.lot-not-offered");
        assertThat(codeOf(yard.owner().delete(path + "/" + report))).isEqualTo("exchange.lot-not-offered");
        assertThat(reports().at("/items")).hasSize(1);
    }

    @Test
    void whatDoesNotFitIsNamedByItsField() {
        assertThat(fieldsOf(attach(Map.of(
                        "issuedOn",
                        Yard.TODAY.plusDays(1).toString(),
                        "readings",
                        Map.of("al_pct", "120", "no_such", "1")))))
                .containsExactlyInAnyOrder("issuedOn", "readings.al_pct", "readings.no_such");
        assertThat(fieldsOf(attach(Map.of("documentId", UUID.randomUUID().toString()))))
                .containsExactly("documentId");
    }

    @Test
    void aPaperStandsOnceOnALotAndNoMoreThanTenStandThere() {
        var said = Yard.report(Firm.document(yard.owner(), Firm.pdf()));
        yard.owner().post(path, said).expectStatus().isCreated();

        assertThat(fieldsOf(yard.owner().post(path, said))).containsExactly("documentId");
        for (int i = 1; i < 10; i++) {
            attach(Map.of()).expectStatus().isCreated();
        }
        assertThat(codeOf(attach(Map.of()))).isEqualTo("exchange.too-many-reports");
    }

    /** @param otherwise what differs from a report that is taken */
    private ResponseSpec attach(Map<String, Object> otherwise) {
        var said = Yard.report(Firm.document(yard.owner(), Firm.pdf()));
        said.putAll(otherwise);
        return yard.owner().post(path, said);
    }

    private JsonNode reports() {
        return Visitor.json(new Visitor(port).get(path));
    }

    private String codeOfLot() {
        return Visitor.json(new Visitor(port).get("/api/v1/lots/" + lot))
                .at("/code")
                .asString();
    }

    private List<TradeRecord> sealed() {
        return log.entriesOf(UUID.fromString(lot))
                .map(entry -> TradeRecord.read(entry.bytes()))
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private static List<String> fieldsOf(ResponseSpec refused) {
        return problem(refused)
                .at("/errors")
                .valueStream()
                .map(fault -> fault.at("/field").asString())
                .toList();
    }
}
