package io.xunshi.platform.exchange;

import static io.xunshi.platform.Refusals.codeOf;
import static io.xunshi.platform.Refusals.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.connection.Machine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Lots that come and go as tables. */
@PlatformTest
class LotFileIT {
    private static final long TONNE = 1_000;
    private static final String OTHER_MATERIAL = "NF-AL-EXT-N";

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    private Yard yard;

    @BeforeEach
    void aYardHasThirtyTonnes() {
        yard = Yard.filed(database, port, "巩义再生铝业").stocked(30 * TONNE);
    }

    @Test
    void whatIsFineIsOfferedAndTheRestIsNamedCellByCell() {
        var file = Yard.lotFile(
                Yard.lotRow("A-1", "2.5"),
                Yard.lotRow("A-2", "二十八吨"),
                Yard.lotRow("A-3", "28"),
                Yard.lotRow("A-4", "1,0.5").replace("巩义市", "洛阳"));

        var rows = sent("/lot-imports", file).at("/rows");

        assertThat(resultsOf(rows)).containsExactly("OFFERED", "REFUSED", "REFUSED", "REFUSED");
        assertThat(rows.at("/1/row").asInt()).isEqualTo(3);
        assertThat(rows.at("/1/faults/0/column").asString()).isEqualTo("数量(t)");
        assertThat(rows.at("/1/faults/0/field").asString()).isEqualTo("quantity");
        assertThat(rows.at("/1/faults/0/message").asString()).startsWith("A number such as");
        assertThat(rows.at("/2/faults/0/code").asString()).isEqualTo("exchange.stock-short");
        assertThat(rows.at("/2/faults/0/column").asString()).isEmpty();
        assertThat(yard.stock()).containsExactly(30 * TONNE, 2_500L, 27_500L);
        var lot = Visitor.json(
                new Visitor(port).get("/api/v1/lots/" + rows.at("/0/lotId").asString()));
        assertThat(lot.at("/quantity").asLong()).isEqualTo(2_500_000);
        assertThat(lot.at("/price/amount").asLong()).isEqualTo(1_560_000);
        assertThat(lot.at("/quality/form").asString()).isEqualTo("extrusion");
        assertThat(lot.at("/packing").asString()).isEqualTo("BALED");
    }

    @Test
    void aControlCharacterInTheQualityIsThatRowsFault() {
        var file = Yard.lotFile(
                Yard.lotRow("A-1", "2"),
                Yard.lotRow("A-2", "2").replace(",混合,", ",混\u0000合,"),
                Yard.lotRow("A-3", "2"));

        var rows = sent("/lot-imports", file).at("/rows");

        assertThat(resultsOf(rows)).containsExactly("OFFERED", "REFUSED", "OFFERED");
        assertThat(rows.at("/1/faults/0/field").asString()).isEqualTo("quality.alloy_series");
        assertThat(rows.at("/1/faults/0/code").asString()).isEqualTo("exchange.field.sheet-answer");
    }

    @Test
    void theSameFileSentAgainOffersNothingTwice() {
        var file = Yard.lotFile(Yard.lotRow("A-1", "2"), Yard.lotRow("A-2", "3"));
        var first = sent("/lot-imports", file).at("/rows");

        var again = sent("/lot-imports", file).at("/rows");

        assertThat(resultsOf(first)).containsExactly("OFFERED", "OFFERED");
        assertThat(resultsOf(again)).containsExactly("KNOWN", "KNOWN");
        assertThat(again.at("/0/lotId")).isEqualTo(first.at("/0/lotId"));
        assertThat(yard.stock()).containsExactly(30 * TONNE, 5 * TONNE, 25 * TONNE);
    }

    @Test
    void aTrialKnowsWhatTheRowsComeToTogetherAndChangesNothing() {
        var file = Yard.lotFile(
                Yard.lotRow("A-1", "20"), Yard.lotRow("A-2", "20"), Yard.lotRow("A-1", "1"), Yard.lotRow("A-3", "10"));

        var rows = sent("/lot-import-trials", file).at("/rows");

        assertThat(resultsOf(rows)).containsExactly("READY", "REFUSED", "REFUSED", "READY");
        assertThat(rows.at("/1/faults/0/code").asString()).isEqualTo("exchange.stock-short");
        assertThat(rows.at("/2/faults/0/code").asString()).isEqualTo("exchange.field.reference-twice");
        assertThat(yard.stock()).containsExactly(30 * TONNE, 0L, 30 * TONNE);
        assertThat(Visitor.json(yard.owner().get(yard.path("/lots"))).at("/items"))
                .isEmpty();
    }

    /** In opposite order, as two people may have sorted the same lots. */
    @Test
    void twoTrialsOfTheSameLotsDoNotWaitForEachOther() {
        yard.receive(yard.owner(), OTHER_MATERIAL, 30 * TONNE * 1_000)
                .expectStatus()
                .isCreated();
        var rows = new ArrayList<String>();
        for (int i = 0; i < 20; i++) {
            rows.add(Yard.lotRow("A-" + i, "1"));
            rows.add(Yard.lotRow("B-" + i, "1").replace(Yard.OLD_EXTRUSIONS, OTHER_MATERIAL));
        }
        rows.sort(Comparator.naturalOrder());

        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var trials = Stream.of(rows, rows.reversed())
                    .map(sorted -> Yard.lotFile(sorted.toArray(String[]::new)))
                    .map(file -> CompletableFuture.supplyAsync(() -> sent("/lot-import-trials", file), people))
                    .toList();

            assertThat(trials)
                    .allSatisfy(trial -> assertThat(resultsOf(trial.join().at("/rows")))
                            .hasSize(40)
                            .containsOnly("READY"));
        }
    }

    @Test
    void aFileOfExcelInChinaIsRead() {
        var file = Yard.lotFile(Yard.lotRow("Ａ－１", "１２.５").replace("97.5", "９７．５"));

        var rows = Visitor.json(send(yard.owner(), "/lot-imports", file.getBytes(Charset.forName("GB18030"))))
                .at("/rows");

        assertThat(resultsOf(rows)).containsExactly("OFFERED");
        assertThat(yard.stock()).containsExactly(30 * TONNE, 12_500L, 17_500L);
    }

    @Test
    void whoLacksAFilingIsToldInEveryRow() {
        var unfiled = Yard.unfiled(database, port, "没有备案的货场").stocked(30 * TONNE);
        var file = Yard.lotFile(Yard.lotRow("A-1", "2"));

        var rows = Visitor.json(unfiled.owner().post(unfiled.path("/lot-imports"), body(file)))
                .at("/rows");

        assertThat(rows.at("/0/faults/0/code").asString()).isEqualTo("organisation.licences-missing");
    }

    @Test
    void onlyWhoTradesImportsAndMembersExport() {
        var file = body(Yard.lotFile(Yard.lotRow("A-1", "2")));
        var weigher = yard.member("WEIGHER");
        var stranger = new Visitor(port).signUp("路人");

        assertThat(codeOf(weigher.post(yard.path("/lot-imports"), file))).isEqualTo("organisation.role-missing");
        assertThat(codeOf(stranger.post(yard.path("/lot-import-trials"), file))).isEqualTo("organisation.not-a-member");
        assertThat(codeOf(stranger.get(yard.path("/lot-export")))).isEqualTo("organisation.not-a-member");
        weigher.get(yard.path("/lot-export")).expectStatus().isOk();
    }

    @Test
    void aProgramImportsAsATrader() {
        var answer = Machine.of(port, yard, "TRADER")
                .request(HttpMethod.POST, yard.path("/lot-imports"))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body(Yard.lotFile(Yard.lotRow("ERP-1", "2"))))
                .exchange();

        assertThat(resultsOf(Visitor.json(answer).at("/rows"))).containsExactly("OFFERED");
    }

    @Test
    void aHeadThatIsNotTheTemplatesSaysWhatIsWrongWithIt() {
        var refused = problem(send("/lot-imports", "自有编号,标题,产地\nA-1,旧铝型材,河南\n"));

        assertThat(refused.at("/code").asString()).isEqualTo("exchange.file-columns");
        assertThat(refused.at("/detail").asString()).contains("“产地”").contains("Quantity (t)");
        assertThat(codeOf(send("/lot-imports", "自有编号,标题\n"))).isEqualTo("exchange.file-empty");
        assertThat(codeOf(send(yard.owner(), "/lot-imports", new byte[190_000])))
                .isEqualTo("http.too-large");
    }

    @Test
    void whatIsExportedIsKnownAgainAndReckonsWithNothing() {
        var file = Yard.lotFile(Yard.lotRow("A-1", "2").replace("旧铝型材 门窗拆解", "=1+1 旧铝型材"));
        sent("/lot-imports", file);

        var csv = export("CSV", "en");

        assertThat(csv)
                .startsWith("\uFEFFOwn reference,Grade,Title")
                .contains("'=1+1 旧铝型材")
                .contains("Baled");
        assertThat(resultsOf(sent("/lot-imports", csv).at("/rows"))).containsExactly("KNOWN");
    }

    @Test
    void aWorkbookThatWasExportedAndFilledInIsRead() {
        yard.offered(3 * TONNE);
        var workbook = yard.owner()
                .get(yard.path("/lot-export?format=XLSX"))
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();

        var rows = Visitor.json(send(yard.owner(), "/lot-import-trials", Objects.requireNonNull(workbook)))
                .at("/rows");

        assertThat(rows).hasSize(1);
        assertThat(rows.at("/0/faults"))
                .extracting(fault -> fault.at("/column").asString())
                .as("a lot that was never imported has no reference, and nothing else is wrong with it")
                .containsExactly("自有编号");
    }

    @Test
    void theTemplateHasTheColumnsOfAGradesQuality() {
        var csv = new Visitor(port)
                .get("/api/v1/lot-template?format=CSV&grade=" + Yard.OLD_EXTRUSIONS)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();

        assertThat(csv).startsWith("\uFEFF自有编号,品级,标题").contains("(al_pct)").doesNotContain("货源编号");
    }

    @Test
    void theTemplateSaysOnItsSecondSheetWhatMayBeAnswered() throws IOException {
        var workbook = new Visitor(port)
                .get("/api/v1/lot-template?lang=en&grade=" + Yard.OLD_EXTRUSIONS)
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();

        try (var read = new ReadableWorkbook(new ByteArrayInputStream(Objects.requireNonNull(workbook)))) {
            assertThat(read.getSheet(1).orElseThrow().read())
                    .extracting(row -> row.getCellText(1))
                    .anyMatch(note -> note.startsWith("Required · ") && note.contains("extrusion"));
        }
    }

    private String export(String format, String lang) {
        return Objects.requireNonNull(yard.owner()
                .get(yard.path("/lot-export?format=" + format + "&lang=" + lang))
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private JsonNode sent(String below, String file) {
        return Visitor.json(send(below, file));
    }

    private ResponseSpec send(String below, String file) {
        return send(yard.owner(), below, file.getBytes(StandardCharsets.UTF_8));
    }

    private ResponseSpec send(Visitor who, String below, byte[] file) {
        return who.post(yard.path(below), Map.of("file", Base64.getEncoder().encodeToString(file)));
    }

    private static Map<String, Object> body(String file) {
        return Map.of("file", Base64.getEncoder().encodeToString(file.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> resultsOf(JsonNode rows) {
        return rows.valueStream().map(row -> row.at("/result").asString()).toList();
    }
}
