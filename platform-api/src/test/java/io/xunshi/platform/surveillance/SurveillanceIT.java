package io.xunshi.platform.surveillance;

import static io.xunshi.platform.Refusals.codeOf;
import static io.xunshi.platform.kernel.Columns.required;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.Officials;
import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.auction.Hall;
import io.xunshi.platform.fulfilment.Haul;
import io.xunshi.platform.identity.Role;
import io.xunshi.platform.surveillance.domain.CaseFilter;
import io.xunshi.platform.surveillance.storage.CaseRepository;
import io.xunshi.platform.surveillance.usecase.JudgeFacts;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** From what other modules tell to a closed case. */
@PlatformTest
class SurveillanceIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String CASES = "/api/v1/oversight/surveillance-cases";

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private JudgeFacts judgeFacts;

    @Autowired
    private CaseRepository cases;

    @Test
    void controlThatIsRecordedAfterADealIsFoundOnceAndClosedByTwoOfficers() {
        var haul = Haul.signed(database, port);
        var li = officer();
        assertThat(casesOn(li, haul)).isEmpty();
        recordControl(haul, "null");

        await().atMost(PATIENCE).untilAsserted(() -> {
            judgeAll();
            assertThat(casesOn(li, haul)).hasSize(1);
        });
        judgeAll();
        assertThat(casesOn(li, haul)).hasSize(1);
        var id = casesOn(li, haul).getFirst().at("/id").asString();
        var found = read(li, id);
        assertThat(found.at("/summary/severity").asString()).isEqualTo("HIGH");
        assertThat(found.at("/figures/0/name").asString()).isEqualTo("UNDER_ONE_CONTROL");
        assertThat(found.at("/evidence/0/tradeId").asString()).isEqualTo(haul.deal());
        assertThat(found.at("/evidence/0/from/name").asString()).isEqualTo("巩义再生铝业");
        assertThat(found.at("/evidenceHash").asString()).hasSize(64);

        move(li, id, "OPEN", "TRIAGE", null).expectStatus().isOk();
        assertThat(codeOf(move(li, id, "OPEN", "TRIAGE", null))).isEqualTo("surveillance.not-now");
        move(li, id, "TRIAGE", "CASE", null).expectStatus().isOk();
        note(li, id).expectStatus().isOk();
        assertThat(codeOf(move(li, id, "CASE", "CLOSED", "EXPLAINED"))).isEqualTo("surveillance.needs-second-officer");
        assertThat(codeOf(move(li, id, "CASE", "CLOSING", null))).isEqualTo("surveillance.reason-missing");
        move(li, id, "CASE", "CLOSING", "EXPLAINED").expectStatus().isOk();
        assertThat(codeOf(move(li, id, "CLOSING", "CLOSED", null))).isEqualTo("surveillance.same-officer");
        var wang = officer();
        wang.put(CASES + "/" + id + "/assignee", Map.of()).expectStatus().isOk();
        move(wang, id, "CLOSING", "CLOSED", null).expectStatus().isOk();

        var closed = read(li, id);
        assertThat(closed.at("/next")).isEmpty();
        assertThat(closed.at("/summary/reason").asString()).isEqualTo("EXPLAINED");
        assertThat(closed.at("/steps").findValuesAsString("state"))
                .containsExactly("OPEN", "TRIAGE", "CASE", "CLOSING", "CLOSING", "CLOSED");
        assertThat(closed.at("/notes/0/documentSha256").asString()).isEqualTo("a".repeat(64));
        assertThat(codeOf(wang.put(CASES + "/" + id + "/assignee", Map.of()))).isEqualTo("surveillance.not-now");
        assertThat(codeOf(li.get(CASES + "/" + UUID.randomUUID()))).isEqualTo("surveillance.no-such-case");

        assertNeverChanges("update surveillance.case_file set finding = '{}' where id = :id", id);
        assertNeverChanges("update surveillance.case_step set words = '' where case_id = :id", id);
        assertNeverChanges("delete from surveillance.case_step where case_id = :id", id);
        assertNeverChanges("update surveillance.case_note set words = '' where case_id = :id", id);
        assertNeverChanges("delete from surveillance.case_note where case_id = :id", id);
    }

    @Test
    void controlCountsThatThereWasOnTheDayOfTheDeal() {
        var ended = signedFiveDaysAgo();
        var begun = signedFiveDaysAgo();
        recordControl(ended, "current_date - 2");
        ownBoth(begun);
        var officer = officer();

        await().atMost(PATIENCE).untilAsserted(() -> {
            judgeAll();
            assertThat(casesOn(officer, ended)).hasSize(1);
        });
        assertThat(casesOn(officer, begun)).isEmpty();
    }

    @Test
    void factsThatCannotBeJudgedDoNotHinderTheOthers() {
        var id = UUID.randomUUID().toString();
        var subject = "T-" + id;
        insertNegativeWeighings(subject);
        insertPrices(subject);
        var officer = officer();

        try {
            await().atMost(PATIENCE).untilAsserted(() -> {
                judgeFacts.run().block();
                assertThat(detectorsOf(officer, subject)).containsExactly("PRICE_OUTLIER");
            });
            assertThat(facts(
                            "select code as fact from surveillance.weighing where plate = 'T-' || :id::text and not is_judged",
                            id))
                    .hasSize(50);
        } finally {
            insert(subject, "delete from surveillance.weighing where plate = :subject");
        }
    }

    @Test
    void weighingsPricesAndBidsAreNotedAsTheyHappened() {
        var haul = Haul.signed(database, port).assayed();
        haul.postAs(haul.buyer().owner(), "/acceptance", Map.of())
                .expectStatus()
                .isOk();
        var hall = Hall.opened(database, port, Hall.plan());
        var bidder = hall.bidder(port, "洛阳铝厂");
        hall.bidUpTo(bidder, 1_700_000).expectStatus().isCreated();
        hall.timePasses(Duration.ofMinutes(70));

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(facts(
                            "select gross_grams / 1000 || ' ' || tare_grams / 1000 as fact from surveillance.weighing "
                                    + "where deal = :id order by gross_grams",
                            haul.deal()))
                    .containsExactly("32170 12180", "32180 12180");
            assertThat(facts(
                            "select fen_per_tonne || ' ' || material as fact from surveillance.settled_price "
                                    + "where deal = :id",
                            haul.deal()))
                    .containsExactly("1560000 NF-AL-EXT-O");
            assertThat(facts(
                            "select winner || ' ' || jsonb_array_length(bids) as fact from surveillance.bidding "
                                    + "where auction = :id",
                            hall.id()))
                    .containsExactly(bidder.id() + " 1");
        });
    }

    @Test
    void everyDetectorRaisesWhatItFindsInTheTables() {
        var material = "T-" + UUID.randomUUID();
        var plate = "豫T" + ThreadLocalRandom.current().nextInt(10_000, 100_000);
        insertRing(material);
        insertPrices(material);
        insertWeighings(plate);
        insertBiddings(material);
        var officer = officer();

        await().atMost(PATIENCE).untilAsserted(() -> {
            judgeFacts.run().block();
            assertThat(detectorsOf(officer, material))
                    .containsExactlyInAnyOrder("CIRCULAR_TRADE", "PRICE_OUTLIER", "SHILL_BIDDING");
            assertThat(detectorsOf(officer, plate)).containsExactlyInAnyOrder("REPEATED_GROSS", "TARE_DRIFT");
        });
        assertThat(cases.find(new CaseFilter(null, null, null), null, 60)
                        .collectList()
                        .block())
                .isNotEmpty()
                .allSatisfy(found -> assertThat(found.finding().evidence()).isEmpty());
    }

    private List<String> detectorsOf(Visitor officer, String subject) {
        return cases(officer, "").stream()
                .filter(found -> found.at("/subject").asString().equals(subject))
                .map(found -> found.at("/detector").asString())
                .toList();
    }

    private static List<JsonNode> casesOn(Visitor officer, Haul haul) {
        return cases(officer, "&detector=COMMON_CONTROL&severity=HIGH").stream()
                .filter(found -> found.at("/organisations/0/id")
                        .asString()
                        .equals(haul.seller().id()))
                .toList();
    }

    private static List<JsonNode> cases(Visitor officer, String filter) {
        return Visitor.json(officer.get(CASES + "?limit=60" + filter))
                .at("/items")
                .valueStream()
                .toList();
    }

    private static JsonNode read(Visitor officer, String id) {
        return Visitor.json(officer.get(CASES + "/" + id));
    }

    private static ResponseSpec move(Visitor officer, String id, String from, String to, @Nullable String reason) {
        var body = new HashMap<String, Object>(Map.of("from", from, "to", to, "words", "已核对股权登记"));
        body.put("reason", reason);
        return officer.post(CASES + "/" + id + "/moves", body);
    }

    private static ResponseSpec note(Visitor officer, String id) {
        return officer.post(CASES + "/" + id + "/notes", Map.of("words", "已调取工商档案", "documentSha256", "a".repeat(64)));
    }

    private Visitor officer() {
        return Officials.with(database, port, Role.REGULATOR);
    }

    /** Also whose sides hang together, which is looked for once an hour. */
    private void judgeAll() {
        database.sql("update surveillance.side_search set at = '-infinity'")
                .then()
                .block();
        judgeFacts.run().block();
    }

    private void assertNeverChanges(String statement, String id) {
        assertThatThrownBy(() -> database.sql(statement)
                        .bind("id", UUID.fromString(id))
                        .then()
                        .block())
                .hasMessageContaining("append-only");
    }

    private Haul signedFiveDaysAgo() {
        var haul = Haul.signed(database, port);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(facts(
                                "update surveillance.deal set at = now() - interval '5 days' where deal = :id returning code as fact",
                                haul.deal()))
                        .hasSize(1));
        return haul;
    }

    private void recordControl(Haul haul, String lastDay) {
        database.sql("""
                        insert into organisation.control_link
                            (id, controller_id, controlled_id, share_bp, source, valid_from, valid_to, state, declared_by,
                             declared_at, decided_by, decided_at)
                        values (gen_random_uuid(), :seller::uuid, :buyer::uuid, 6000, '工商登记', current_date - 30, %s, 'CONFIRMED',
                                gen_random_uuid(), now(), gen_random_uuid(), now())
                        """.formatted(lastDay))
                .bind("seller", haul.seller().id())
                .bind("buyer", haul.buyer().id())
                .then()
                .block();
    }

    /** One person, since today. */
    private void ownBoth(Haul haul) {
        database.sql("""
                        insert into organisation.member (organisation_id, person, roles, since)
                        select id::uuid, md5(:seller)::uuid, '{OWNER}', now()
                        from unnest(array[:seller, :buyer]) as id
                        """)
                .bind("seller", haul.seller().id())
                .bind("buyer", haul.buyer().id())
                .then()
                .block();
    }

    private List<String> facts(String query, String id) {
        return database.sql(query)
                .bind("id", UUID.fromString(id))
                .map(row -> required(row, "fact", String.class))
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private void insertRing(String material) {
        insert(material, """
                insert into surveillance.deal
                    (deal, code, at, hash, seller, buyer, material, quantity, price_fen, shared_people, shared_browsers)
                select gen_random_uuid(), :subject || number, now() - interval '5 days' + number * interval '1 hour', 'h' || number,
                       md5(:subject || number)::uuid, md5(:subject || (number + 1) % 3)::uuid, :subject, 20000000, 1, 0, 0
                from generate_series(0, 2) as number
                """);
    }

    private void insertPrices(String material) {
        insert(material, """
                insert into surveillance.settled_price (deal, code, at, hash, seller, buyer, material, fen_per_tonne)
                select gen_random_uuid(), :subject || number, now() - interval '5 days' + number * interval '1 hour', 'h' || number,
                       gen_random_uuid(), gen_random_uuid(), :subject, case number when 9 then 400000 else 250000 + number end
                from generate_series(0, 9) as number
                """);
    }

    private void insertWeighings(String plate) {
        insert(plate, """
                insert into surveillance.weighing
                    (hash, deal, code, at, load, weigher, scale, plate, gross_grams, tare_grams)
                select :subject || number, gen_random_uuid(), 'Y' || number, now() - interval '20 days' + number * interval '1 day',
                       gen_random_uuid(), md5(:subject)::uuid, 'DB-1', :subject, 40000000, 15000000 - number * 20000
                from generate_series(0, 11) as number
                """);
    }

    /** Which have no last digit. */
    private void insertNegativeWeighings(String plate) {
        insert(plate, """
                insert into surveillance.weighing
                    (hash, deal, code, at, load, weigher, scale, plate, gross_grams, tare_grams)
                select :subject || number, gen_random_uuid(), 'Y' || number, now(),
                       gen_random_uuid(), md5(:subject)::uuid, 'DB-1', :subject, -30070000, 15000000
                from generate_series(1, 50) as number
                """);
    }

    /**
     * A shill who answers each of the other's bids at once, by a step, and has stopped when half of the time is over.
     */
    private void insertBiddings(String material) {
        insert(material, """
                insert into surveillance.bidding
                    (auction, code, at, hash, seller, material, opened_at, ended_at, start_fen, winner, bids)
                select gen_random_uuid(), :subject || number, opened + interval '1 hour', 'h', md5(:subject || 'seller')::uuid,
                       :subject, opened, opened + interval '1 hour', 1000, md5(:subject || 'winner')::uuid,
                       (select jsonb_agg(jsonb_build_object(
                                   'bidder', jsonb_build_object('value', md5(:subject || case bid % 2 when 1 then 'winner' else 'shill' end)::uuid),
                                   'at', to_char((opened + (bid + bid % 2) / 2 * interval '5 minutes'
                                                  + (1 - bid % 2) * interval '10 seconds') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
                                   'priceFen', 1000 + bid / 2 * 60 + bid % 2 * 50) order by bid)
                        from generate_series(1, 11) as bid)
                from (select number, now() - interval '5 days' + number * interval '3 hours' as opened
                      from generate_series(1, 5) as number) as auction
                """);
    }

    private void insert(String subject, String statement) {
        database.sql(statement).bind("subject", subject).then().block();
    }
}
