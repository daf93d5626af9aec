package io.xunshi.platform.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import io.xunshi.transparency.verify.LogVerification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

/** Weeks that are long over: their deals are given, everything else happens by itself. */
@PlatformTest
class PriceReleaseIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long TONNE = 1_000_000;

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    @Test
    void aWeeksPricesArePublishedAndAnybodyCanRecomputeThem() throws Exception {
        var monday = LocalDate.of(2025, 3, 3);
        observed(
                monday,
                new Given("ZZ-GY", 20, 1_730_000),
                new Given("ZZ-GY", 21, 1_731_000),
                new Given("ZZ-GY", 22, 1_732_000),
                new Given("ZZ-GY", 23, 1_733_000),
                new Given("ZZ-GY", 24, 1_734_000),
                new Given("ZZ-GY", 25, 1_735_000),
                new Given("ZZ-XM", 25, 1_740_000));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(vintagesOf("2025-W10")).isEqualTo(3));

        // One deal elsewhere would be the difference between the city and the area, so the area loses its name.
        var rows = rows("from=2025-03-03&to=2025-03-09");
        assertThat(rows.size()).isOne();
        assertThat(rows.at("/0/area").asString()).isEqualTo("ZZ");
        assertThat(rows.at("/0/level").asString()).isEqualTo("CITY");
        assertThat(rows.at("/0/vintage").asString()).isEqualTo("F");
        assertThat(rows.at("/0/trades").asInt()).isEqualTo(7);
        assertThat(rows.at("/0/sellers").asString()).isEqualTo("5-9");
        assertThat(rows.at("/0/vwapFen").asLong())
                .isBetween(rows.at("/0/lowFen").asLong(), rows.at("/0/highFen").asLong());
        assertThat(rows("from=2025-03-03&to=2025-03-09&includeHistory=true").size())
                .isEqualTo(3);
        assertThat(rows("from=2025-03-03&to=2025-03-09&asOf=2025-03-12T00:00:00Z")
                        .isEmpty())
                .isTrue();
        assertThat(rows("from=2025-03-03&to=2025-03-09&area=ZZ-GY").isEmpty()).isTrue();

        var publication = Visitor.json(new Visitor(port).get("/api/v1/statistics/prices/releases/2025-W10/P"));
        assertThat(publication.at("/quality/samples").asInt()).isEqualTo(7);
        assertThat(publication.at("/quality/judgement").asString()).isEqualTo("none");
        assertThat(new LogVerification(this::get).verify().priceReleases()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void pricesComeAsTablesToLoad() throws Exception {
        var monday = LocalDate.of(2025, 4, 7);
        observed(
                monday,
                Collections.nCopies(6, new Given("ZZ-GY", 20, 1_730_000)).toArray(Given[]::new));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(vintagesOf("2025-W15")).isEqualTo(3));

        var period = "?from=2025-04-07&to=2025-04-07&area=ZZ-GY";
        assertThat(text("api/v1/statistics/prices/table.csv" + period))
                .contains("2025-W15,2025-04-07,F,AREA,NF-AL-TWI,ZZ-GY,17300.00,17300.00,17300.00");
        assertThat(text("api/v1/statistics/prices/sdmx.csv" + period))
                .startsWith("STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,MATERIAL,INDICATOR,PRICE_BASIS,TIME_PERIOD,")
                .contains("dataflow,ZZRR:PRICE(1.0.0),R,W,ZZ-GY,NF-AL-TWI,VWAP,DLV_EXVAT,2025-W15,17300.00,CNY_T,A,F,");
    }

    @Test
    void aWeekWithTooFewDealsIsClosedAndShowsNone() {
        var monday = LocalDate.of(2025, 5, 5);
        observed(monday, new Given("ZZ-GY", 20, 1_987_654));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(vintagesOf("2025-W19")).isEqualTo(3));

        assertThat(rows("from=2025-05-05&to=2025-05-05").isEmpty()).isTrue();
        var publication = Visitor.json(new Visitor(port).get("/api/v1/statistics/prices/releases/2025-W19/F"));
        assertThat(publication.at("/figures").isEmpty()).isTrue();
        assertThat(publication.at("/quality/withheld").asString()).isEqualTo("1-2");
        assertThat(entriesOf("2025-W19")).noneMatch(entry -> entry.contains("1987654"));
    }

    @Test
    void aVintageIsNotClosedOnceALaterOneIs() {
        var monday = LocalDate.of(2025, 6, 2);
        execute("insert into statistics.closing (week, vintage, closed_at) values ('2025-06-02', 'R1', now())");
        observed(monday, new Given("ZZ-GY", 20, 1_987_001));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(closingsOf(monday)).contains("F"));

        assertThat(closingsOf(monday)).containsExactlyInAnyOrder("R1", "F");
    }

    @Test
    void ofTwoVintagesTheLaterOneCountsAndNotTheOneThatCameLast() {
        published("2024-06-03", "R1", "2024-07-01");
        published("2024-06-03", "P", "2024-07-02");
        price("2024-06-03", "R1", "2024-07-01", 1);
        price("2024-06-03", "P", "2024-07-02", 1);

        var period = "from=2024-06-03&to=2024-06-03";
        assertThat(rows(period).findValuesAsString("vintage")).containsExactly("R1");
        assertThat(rows(period + "&includeHistory=true").findValuesAsString("vintage"))
                .containsExactly("P", "R1");
    }

    @Test
    void aPublicationThatFailsStopsNoOther() {
        execute("""
                create trigger publication_fails before insert on statistics.publication
                for each row when (new.week = date '2025-07-07') execute function statistics.refuse_change()
                """);
        try {
            observed(LocalDate.of(2025, 7, 7), new Given("ZZ-GY", 20, 1_987_002));
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(closingsOf(LocalDate.of(2025, 7, 7))).hasSize(3));

            observed(LocalDate.of(2025, 7, 14), new Given("ZZ-GY", 20, 1_987_003));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(vintagesOf("2025-W29")).isEqualTo(3));
            assertThat(vintagesOf("2025-W28")).isZero();
        } finally {
            execute("drop trigger publication_fails on statistics.publication");
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(vintagesOf("2025-W28")).isEqualTo(3));
    }

    @Test
    void aQuestionWithTooManyRowsIsRefusedAndNotAnsweredInPart() throws Exception {
        published("2024-08-05", "F", "2024-09-05");
        price("2024-08-05", "F", "2024-09-05", 5_000);
        assertThat(text("api/v1/statistics/prices/table.csv?from=2024-08-05&to=2024-08-05"))
                .hasLineCount(5_001);

        published("2024-08-12", "F", "2024-09-12");
        price("2024-08-12", "F", "2024-09-12", 1);
        for (var path : new String[] {"?", "/table.csv?", "/sdmx.csv?"}) {
            new Visitor(port)
                    .get("/api/v1/statistics/prices" + path + "from=2024-08-05&to=2024-08-12")
                    .expectStatus()
                    .isEqualTo(422)
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("statistics.too-many-prices");
        }
    }

    @Test
    void whatWasNeverPublishedDoesNotExist() {
        for (var path : new String[] {"2026-W01/P", "2026-W60/P", "2025-W10/X", "last/F"}) {
            new Visitor(port)
                    .get("/api/v1/statistics/prices/releases/" + path)
                    .expectStatus()
                    .isNotFound();
        }
        for (var query : new String[] {"from=1999-01-01", "to=soon", "material=%00", "asOf=9999-12-31T00:00:00Z"}) {
            new Visitor(port)
                    .get("/api/v1/statistics/prices?" + query)
                    .expectStatus()
                    .isBadRequest();
        }
    }

    private void execute(String sql) {
        database.sql(sql).then().block();
    }

    private List<String> closingsOf(LocalDate monday) {
        return database.sql("select vintage from statistics.closing where week = :week")
                .bind("week", monday)
                .map(row -> String.valueOf(row.get("vintage", String.class)))
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    /** By hand: it is not in the log, and has no figures yet. */
    private void published(String week, String vintage, String at) {
        execute("insert into statistics.closing (week, vintage, closed_at) values ('%s', '%s', '%s')"
                .formatted(week, vintage, at));
        execute("""
                insert into statistics.publication (week, vintage, size, sha256, bytes, published_at)
                values ('%s', '%s', 1, '', '', '%s')
                """.formatted(week, vintage, at));
    }

    /** The same price in so many areas. */
    private void price(String week, String vintage, String at, int areas) {
        execute("""
                insert into statistics.price
                    (week, vintage, level, material, area, trades, outliers, sellers, buyers, tonnes, vwap_fen, median_fen,
                     p10_fen, p90_fen, low_fen, high_fen, effective_groups_milli, holds_caps, published_at)
                select '%s', '%s', 'AREA', 'NF-AL-TWI', 'A' || number, 5, 0, '5-9', '5-9', '100-249', 1730000, 1730000,
                       1730000, 1730000, 1730000, 1730000, 5000, true, '%s'
                from generate_series(1, %d) as number
                """.formatted(week, vintage, at, areas));
    }

    /** All at once, since the week is over: what came later would be in no vintage. */
    private void observed(LocalDate monday, Given... deals) {
        database.sql("""
                        insert into statistics.observation
                            (deal, week, material, parent, area, grams, fen_per_tonne, seller_group, buyer_group,
                             same_controller, between_traders, as_specified, least_grams, secret, observed_at, paid_at)
                        select gen_random_uuid(), :week, 'NF-AL-TWI', 'NF-AL', area, grams, price, gen_random_uuid(),
                               gen_random_uuid(), false, false, true, 0, sha256(gen_random_uuid()::text::bytea), now(), now()
                        from unnest(:areas, :grams, :prices) as given (area, grams, price)
                        """)
                .bind("week", monday)
                .bind("areas", Stream.of(deals).map(Given::area).toArray(String[]::new))
                .bind(
                        "grams",
                        Stream.of(deals).map(deal -> deal.tonnes() * TONNE).toArray(Long[]::new))
                .bind("prices", Stream.of(deals).map(Given::fenPerTonne).toArray(Long[]::new))
                .then()
                .block();
    }

    /** A deal between firms of their own, settled and paid. */
    private record Given(String area, long tonnes, long fenPerTonne) {}

    private long vintagesOf(String week) {
        return Visitor.json(new Visitor(port).get("/api/v1/statistics/prices/releases"))
                .at("/items")
                .findValuesAsString("week")
                .stream()
                .filter(week::equals)
                .count();
    }

    private JsonNode rows(String query) {
        return Visitor.json(new Visitor(port).get("/api/v1/statistics/prices?" + query))
                .at("/rows");
    }

    private Iterable<String> entriesOf(String week) {
        return database.sql("select convert_from(bytes, 'UTF8') as record from trace.entry")
                .map(row -> String.valueOf(row.get("record", String.class)))
                .all()
                .filter(record -> record.contains(week))
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private String text(String path) throws IOException {
        return new String(get(path), StandardCharsets.UTF_8);
    }

    private byte[] get(String path) throws IOException {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/" + path))
                    .build();
            var response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IOException(path + " was answered with " + response.statusCode());
            }
            return response.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
