package io.xunshi.platform.pricing;

import static io.xunshi.platform.Races.race;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.Officials;
import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Refusals;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.identity.Role;
import io.xunshi.platform.kernel.Sha256;
import io.xunshi.platform.trace.LogEntries;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/**
 * Reference prices: how they are entered, corrected and read, and who may do what. Each test has a series of its own.
 */
@PlatformTest
class ReferencePriceIT {
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final String ALL = "/api/v1/reference-series";

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    private Visitor officer;
    private String series;

    @BeforeEach
    void anOfficerKeepsASeries() {
        officer = Officials.with(database, port, Role.ADMINISTRATOR);
        var code = "T" + NEXT.incrementAndGet() + "X";
        officer.post(ALL, newSeries(code, "SHFE")).expectStatus().isCreated();
        series = ALL + "/" + code;
    }

    @Test
    void whatAnOfficerEntersEverybodyReads() {
        var entered = Visitor.json(officer.post(series + "/fixings", fixing("2026-11-02", 1_985_000, false)));
        officer.post(series + "/fixings", fixing("2026-11-03", 1_990_500, false));

        var anybody = new Visitor(port);
        var history = Visitor.json(anybody.get(series + "/fixings?from=2026-11-01&to=2026-11-30"));
        assertThat(history.at("/fixings")).hasSize(2);
        assertThat(history.at("/fixings/1/fenPerTonne").longValue()).isEqualTo(1_990_500);
        assertThat(history.at("/notes/0").asString()).isEqualTo("交易所网站");
        var code = series.substring(ALL.length() + 1);
        assertThat(entered.at("/sha256").asString()).isEqualTo(Sha256.of(code + "|2026-11-02|1|1985000\n"));
        assertThat(history.at("/sha256").asString())
                .isEqualTo(Sha256.of(code + "|2026-11-02|1|1985000\n" + code + "|2026-11-03|1|1990500\n"));
        var quote = quoteOf(code);
        assertThat(quote.at("/last/0/day").asString()).isEqualTo("2026-11-03");
        assertThat(quote.at("/last/1/day").asString()).isEqualTo("2026-11-02");
    }

    @Test
    void aCorrectionStandsBesideWhatItCorrects() {
        officer.post(series + "/fixings", fixing("2026-11-02", 1_985_000, false));
        var before = Instant.now();

        correct(1_986_000, "\"1\"").expectStatus().isCreated();

        assertThat(refused(correct(1_987_000, "\"1\""), 412)).isEqualTo("http.stale");
        assertThat(refused(correct(1_986_000, "\"2\""), 400)).isEqualTo("pricing.same-price");
        var revisions = Visitor.json(new Visitor(port).get(series + "/fixings/2026-11-02/revisions"));
        assertThat(revisions).hasSize(2);
        assertThat(revisions.at("/0/fenPerTonne").longValue()).isEqualTo(1_985_000);
        assertThat(revisions.at("/1/reason").asString()).isEqualTo("看错一行");
        assertThat(newest("").at("/fenPerTonne").longValue()).isEqualTo(1_986_000);
        assertThat(newest("&asOf=" + before).at("/fenPerTonne").longValue()).isEqualTo(1_985_000);
        assertThat(newest("").at("/revision").intValue()).isEqualTo(2);
    }

    @Test
    void theHashOfWhatWasEnteredStandsInTheLogAndAnybodyCanRecomputeIt() {
        var entered = setOf(imported("day,yuan_per_tonne\n2026-11-02,19850\n2026-11-03,19905.50\n"));
        var corrected = setOf(correct(1_986_000, "\"1\""));

        assertThat(linesOf(entered).lines().map(line -> line.substring(line.indexOf('|'))))
                .containsExactly("|2026-11-02|1|1985000", "|2026-11-03|1|1990550");
        await().untilAsserted(() -> {
            assertThat(LogEntries.of(database, entered))
                    .singleElement()
                    .asString()
                    .contains("\"t\":\"reference.fixed\"", "\"size\":2", Sha256.of(linesOf(entered)));
            assertThat(LogEntries.of(database, corrected))
                    .singleElement()
                    .asString()
                    .contains("\"t\":\"reference.corrected\"", "\"size\":1", Sha256.of(linesOf(corrected)));
        });
        assertThat(newest("").at("/setId").asString()).isEqualTo(corrected);
        assertThat(refused(officer.get(ALL + "/PB/fixing-sets/" + entered), 404))
                .isEqualTo("pricing.no-such-fixing");
    }

    @Test
    void notEvenTheDatabaseLetsAFixingBeChanged() {
        officer.post(series + "/fixings", fixing("2026-11-02", 1_985_000, false));

        var change = database.sql("update pricing.fixing set fen_per_tonne = 1 where series = :series")
                .bind("series", series.substring(ALL.length() + 1))
                .then();

        assertThat(catchThrowable(change::block))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("only ever added to");
    }

    @Test
    void aFileIsTakenAsAWhole() {
        var set = Visitor.json(imported("day,yuan_per_tonne\r\n2026-11-02,19850\r\n2026-11-03,19905.50\r\n\r\n"));

        assertThat(set.at("/size").intValue()).isEqualTo(2);
        assertThat(set.at("/kind").asString()).isEqualTo("IMPORT");
        var again = imported("day,yuan_per_tonne\n2026-11-03,19905\n2026-11-04,19870\n");
        assertThat(faults(again, 400)).containsExactly("csv[2].day fixed-already");
        assertThat(Visitor.json(officer.get(series + "/fixings?from=2026-11-01&to=2026-11-30"))
                        .at("/fixings"))
                .hasSize(2);
    }

    @Test
    void everyRowThatIsWrongIsNamed() {
        var answer = imported("""
                day,yuan_per_tonne
                2026-11-07,19850
                2026-13-02,19850
                2026-11-03,19850
                2026-11-03,19851
                2026-11-04,19.850
                2026-11-05
                2099-01-05,-1
                """);

        assertThat(faults(answer, 400))
                .containsExactlyInAnyOrder(
                        "csv[3].day no-day",
                        "csv[5].day day-twice",
                        "csv[6].price no-price",
                        "csv[7] csv-columns",
                        "csv[8].price no-price");
        assertThat(faults(imported("day,yuan_per_tonne\n2026-11-07,19850\n2026-11-06,0\n2099-01-05,1\n"), 400))
                .containsExactlyInAnyOrder(
                        "csv[2].day no-trading-day", "csv[3].price price-range", "csv[4].day future-day");
        assertThat(faults(imported("day;price\n"), 400)).containsExactly("csv csv-head");
        assertThat(faults(imported("day,yuan_per_tonne\n"), 400)).containsExactly("csv csv-empty");
        assertThat(refused(imported("x".repeat(60_001)), 400)).isEqualTo("http.invalid");
    }

    @Test
    void aPriceInAnotherUnitHasToBeConfirmed() {
        officer.post(series + "/fixings", fixing("2026-11-02", 1_985_000, false));

        var fen = officer.post(series + "/fixings", fixing("2026-11-03", 19_850, false));
        var problem = Refusals.problem(fen.expectStatus().isEqualTo(422));
        assertThat(problem.at("/code").asString()).isEqualTo("pricing.confirm-prices");
        assertThat(problem.at("/doubts/0/factor").asString()).isEqualTo("0.01");
        assertThat(problem.at("/doubts/0/previousFenPerTonne").longValue()).isEqualTo(1_985_000);

        var file = "day,yuan_per_tonne\n2026-11-03,198500\n2026-11-04,19870\n";
        var doubts = Refusals.problem(imported(file)).at("/doubts");
        assertThat(doubts.valueStream().map(doubt -> doubt.at("/day").asString()))
                .containsExactly("2026-11-03", "2026-11-04");
        assertThat(doubts.at("/0/factor").asString()).isEqualTo("10");
        var meant = Map.of("csv", file, "note", "", "confirmedDays", List.of("2026-11-03", "2026-11-04"));
        officer.post(series + "/fixing-imports", meant).expectStatus().isCreated();
    }

    @Test
    void ofTwoOfficersWhoEnterTheSameDayOneIsTold() throws Exception {
        var colleague = Officials.with(database, port, Role.ADMINISTRATOR);

        var answers = race(List.of(
                () -> officer.post(series + "/fixings", fixing("2026-11-02", 1_985_000, false)),
                () -> colleague.post(series + "/fixings", fixing("2026-11-02", 1_986_000, false))));

        assertThat(answers).containsOnlyOnce(201);
        assertThat(Visitor.json(officer.get(series + "/fixings/2026-11-02/revisions")))
                .hasSize(1);
    }

    @Test
    void theSameRequestEntersOnce() {
        var key = UUID.randomUUID().toString();
        var body = fixing("2026-11-02", 1_985_000, false);

        var first = Visitor.json(officer.post(series + "/fixings", body, key));

        assertThat(Visitor.json(officer.post(series + "/fixings", body, key))).isEqualTo(first);
        assertThat(Visitor.json(officer.get(series + "/fixing-sets")).at("/items"))
                .hasSize(1);
    }

    @Test
    void whoEnteredWhatCanBeLookedUpByThoseWhoWatch() {
        officer.post(series + "/fixings", fixing("2026-11-02", 1_985_000, false));
        correct(1_986_000, "\"1\"");

        var regulator = Officials.with(database, port, Role.REGULATOR);
        var sets = Visitor.json(regulator.get(series + "/fixing-sets")).at("/items");

        assertThat(sets.valueStream().map(set -> set.at("/kind").asString())).containsExactly("CORRECTION", "ENTRY");
        assertThat(sets.at("/0/enteredBy").asString())
                .isEqualTo(Visitor.json(officer.get("/api/v1/session"))
                        .at("/account/id")
                        .asString());
    }

    @Test
    void whatIsNotThereIsNamed() {
        assertThat(refused(officer.get(ALL + "/NONE/fixings"), 404)).isEqualTo("pricing.no-such-series");
        assertThat(refused(officer.get(series + "/fixings/2026-11-02/revisions"), 404))
                .isEqualTo("pricing.no-such-fixing");
        assertThat(refused(officer.get(series + "/fixings?from=2026-11-03&to=2026-11-02"), 400))
                .isEqualTo("pricing.range-too-long");
        assertThat(refused(officer.get(series + "/fixings?from=-999999-01-01"), 400))
                .isEqualTo("http.invalid");
        assertThat(refused(officer.post(ALL, newSeries("AD", "SHFE")), 409)).isEqualTo("pricing.series-exists");
        assertThat(refused(officer.post(ALL, newSeries("ZZZ", "LME")), 400)).isEqualTo("http.invalid");
    }

    private static String setOf(ResponseSpec answer) {
        return Visitor.json(answer).at("/id").asString();
    }

    private String linesOf(String set) {
        return String.valueOf(new Visitor(port)
                .get(series + "/fixing-sets/" + set)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private JsonNode quoteOf(String code) {
        return Visitor.json(new Visitor(port).get(ALL))
                .valueStream()
                .filter(quote -> quote.at("/code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode newest(String more) {
        return Visitor.json(officer.get(series + "/fixings?from=2026-11-01&to=2026-11-30" + more))
                .at("/fixings/0");
    }

    private ResponseSpec correct(long fen, String ifMatch) {
        return officer.request(HttpMethod.POST, series + "/fixings/2026-11-02/corrections")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", ifMatch)
                .bodyValue(Map.of("fenPerTonne", fen, "reason", "看错一行"))
                .exchange();
    }

    private ResponseSpec imported(String csv) {
        return officer.post(series + "/fixing-imports", Map.of("csv", csv, "note", "", "confirmedDays", List.of()));
    }

    private static String refused(ResponseSpec answer, int status) {
        return Refusals.codeOf(answer.expectStatus().isEqualTo(status));
    }

    private static List<String> faults(ResponseSpec answer, int status) {
        return Refusals.problem(answer.expectStatus().isEqualTo(status))
                .at("/errors")
                .valueStream()
                .map(error -> error.at("/field").asString() + " "
                        + error.at("/code").asString().replace("pricing.field.", ""))
                .toList();
    }

    private static Map<String, Object> fixing(String day, long fen, boolean confirmed) {
        return Map.of("day", day, "fenPerTonne", fen, "note", "交易所网站", "confirmed", confirmed);
    }

    private static Map<String, Object> newSeries(String code, String calendar) {
        return Map.of("code", code, "calendar", calendar, "nameZh", "测试", "nameEn", "Test", "source", "上海期货交易所");
    }
}
