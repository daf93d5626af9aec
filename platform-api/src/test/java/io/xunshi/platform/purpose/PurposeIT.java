package io.xunshi.platform.purpose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.Officials;
import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Refusals;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.identity.Role;
import io.xunshi.platform.order.Trade;
import io.xunshi.platform.organisation.Firm;
import io.xunshi.platform.trace.LogEntries;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Officers see who people are for a purpose alone, and never unseen. */
@PlatformTest
class PurposeIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String LOOKS = "purpose.looks";

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    @Test
    void withoutAPurposeNobodyIsShown() {
        var trade = Trade.completed(port);
        var regulator = regulator();
        var ofAnother = Purposes.declaredBy(regulator());

        assertThat(Refusals.codeOf(parties(regulator, trade, null))).isEqualTo("purpose.needed");
        assertThat(Refusals.codeOf(parties(regulator, trade, ofAnother))).isEqualTo("purpose.needed");
        assertThat(Refusals.codeOf(search(regulator, trade.sellersContact(), null)))
                .isEqualTo("purpose.needed");
        assertThat(looksAt(trade.seller())).isEmpty();
    }

    @Test
    void aPurposeIsOverOnceItIsEndedOrItsHoursHavePassed() {
        var trade = Trade.completed(port);
        var regulator = regulator();
        var ended = Purposes.declaredBy(regulator);
        regulator
                .post("/api/v1/oversight/purposes/" + ended + "/end", Map.of())
                .expectStatus()
                .isNoContent();
        var passed = Purposes.declaredBy(regulator);
        database.sql("""
                        update purpose.declaration
                        set declared_at = declared_at - interval '2 hours', valid_until = valid_until - interval '2 hours'
                        where id = :id
                        """).bind("id", UUID.fromString(passed)).then().block();

        assertThat(Refusals.codeOf(parties(regulator, trade, ended))).isEqualTo("purpose.over");
        assertThat(Refusals.codeOf(parties(regulator, trade, passed))).isEqualTo("purpose.over");
        assertThat(Refusals.codeOf(regulator.post("/api/v1/oversight/purposes/" + ended + "/end", Map.of())))
                .isEqualTo("purpose.over");
    }

    @Test
    void whoIsSeenLearnsOfItAndTheLogHasItUnderASaltOfItsOwn() {
        var trade = Trade.completed(port);
        var regulator = regulator();

        var seen = Visitor.json(parties(regulator, trade, Purposes.declaredBy(regulator)));

        assertThat(seen.at("/parties").findValuesAsString("side")).containsExactlyInAnyOrder("BUYER", "SELLER");
        assertThat(seen.at("/parties").findValuesAsString("displayName")).doesNotContain("");
        for (var person : List.of(trade.seller(), trade.buyer())) {
            assertThat(looksAt(person))
                    .singleElement()
                    .satisfies(look -> assertThat(look.findValuesAsString("value"))
                            .contains("INSPECTION", "TRADE_PARTIES", "REGULATOR"));
        }
        var look = strings("select id::text from purpose.look where person = '%s'".formatted(idOf(trade.seller())))
                .getFirst();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(LogEntries.of(database, look))
                        .singleElement()
                        .satisfies(entry -> assertThat(entry)
                                .contains("\"t\":\"officer.looked\"", "\"purpose\":\"INSPECTION\"")
                                .doesNotContain(idOf(trade.seller()), idOf(regulator))));
    }

    @Test
    void aCaseMayPutOffThatItIsTold() {
        var trade = Trade.completed(port);
        var regulator = regulator();
        var later = Instant.now().plus(Duration.ofDays(30)).toString();

        assertThat(Refusals.codeOf(declare(regulator, Map.of("kind", "INVESTIGATION"))))
                .isEqualTo("purpose.case-number-needed");
        assertThat(Refusals.codeOf(declare(regulator, Map.of("untoldUntil", later))))
                .isEqualTo("purpose.cannot-be-silent");
        var silent = Purposes.declaredBy(
                regulator, Map.of("kind", "INVESTIGATION", "caseNumber", "郑市监案〔2026〕18号", "untoldUntil", later));
        parties(regulator, trade, silent).expectStatus().isOk();

        assertThat(looksAt(trade.seller())).isEmpty();
        database.sql("update purpose.declaration set untold_until = now() where id = :id")
                .bind("id", UUID.fromString(silent))
                .then()
                .block();
        assertThat(looksAt(trade.seller())).hasSize(1);
    }

    @Test
    void whoWasLookedAtLearnsNothingOfItAsAnOfficer() {
        var trade = Trade.completed(port);
        var regulator = regulator();
        var reason = "涉己用例 " + UUID.randomUUID();
        parties(regulator, trade, Purposes.declaredBy(regulator, Map.of("reason", reason)))
                .expectStatus()
                .isOk();

        var buyer = Officials.become(database, trade.buyer(), Role.RESIDENT, Role.REGULATOR);

        assertThat(looksFor(regulator(), reason)).hasSize(2);
        assertThat(looksFor(buyer, reason)).isEmpty();
    }

    @Test
    void anotherOfficerOfTheSameRoleReviewsALookAndNobodyTheirOwn() {
        var trade = Trade.completed(port);
        var regulator = regulator();
        var reason = "复核用例 " + UUID.randomUUID();
        parties(regulator, trade, Purposes.declaredBy(regulator, Map.of("reason", reason)))
                .expectStatus()
                .isOk();
        var colleague = regulator();

        var look = looksFor(colleague, reason).getFirst();
        var review = "/api/v1/oversight/looks/" + look.at("/id").asString() + "/review";
        var verdict = Map.of("verdict", "QUESTIONED", "words", "理由过于笼统");

        assertThat(look.at("/person").asString()).endsWith("＊＊");
        assertThat(looksFor(regulator, reason)).isEmpty();
        assertThat(looksFor(Officials.with(database, port, Role.ADMINISTRATOR), reason))
                .isEmpty();
        assertThat(Refusals.codeOf(regulator.post(review, verdict))).isEqualTo("purpose.no-such-look");
        colleague.post(review, verdict).expectStatus().isNoContent();
        assertThat(Refusals.codeOf(regulator().post(review, verdict))).isEqualTo("purpose.already-reviewed");
        assertThat(looksFor(colleague, reason))
                .filteredOn(one -> one.at("/id").equals(look.at("/id")))
                .singleElement()
                .satisfies(
                        one -> assertThat(one.at("/review/verdict").asString()).isEqualTo("QUESTIONED"));
    }

    @Test
    void looksStayAsTheyWereWritten() {
        var regulator = regulator();
        search(regulator, "13999999999", Purposes.declaredBy(regulator))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.length()")
                .isEqualTo(0);

        assertThat(strings("select sight from purpose.look where officer = '%s'".formatted(idOf(regulator))))
                .containsExactly("CONTACT_SEARCH");
        assertThatThrownBy(
                        () -> database.sql("delete from purpose.look where officer = '%s'".formatted(idOf(regulator)))
                                .then()
                                .block())
                .hasMessageContaining("append-only");
    }

    @Test
    void whomToCallAtAnOrganisationIsMaskedUntilAPurposeIsNamed() {
        var firm = Firm.founded(database, port, "RECYCLER");
        var officer = Officials.with(database, port, Role.ADMINISTRATOR);
        var register = "/api/v1/organisation-register/" + firm.id();

        var masked = Visitor.json(officer.get(register));
        var refused = officer.post(register + "/contact", new HashMap<>());
        var seen = Visitor.json(officer.post(register + "/contact", Map.of("purposeId", Purposes.declaredBy(officer))));

        assertThat(masked.at("/contactName").asString()).endsWith("＊＊");
        assertThat(Refusals.codeOf(refused)).isEqualTo("purpose.needed");
        assertThat(seen.at("/contactName").asString()).doesNotContain("＊").isNotBlank();
        assertThat(seen.at("/contactPhone").asString()).doesNotContain("＊").isNotBlank();
    }

    private static ResponseSpec declare(Visitor officer, Map<String, ?> further) {
        var said = new HashMap<String, Object>(Map.of("kind", "INSPECTION", "reason", "日常监督检查", "hours", 1));
        said.putAll(further);
        return officer.post("/api/v1/oversight/purposes", said);
    }

    private static ResponseSpec parties(Visitor officer, Trade trade, @Nullable String purpose) {
        return officer.post("/api/v1/oversight/trades/" + trade.order() + "/parties", naming(purpose));
    }

    private static ResponseSpec search(Visitor officer, String contact, @Nullable String purpose) {
        var asked = naming(purpose);
        asked.put("contact", contact);
        return officer.post("/api/v1/oversight/party-searches", asked);
    }

    private static Map<String, Object> naming(@Nullable String purpose) {
        return purpose == null ? new HashMap<>() : new HashMap<>(Map.of("purposeId", purpose));
    }

    /** Of everybody's looks those with that reason. */
    private static List<JsonNode> looksFor(Visitor officer, String reason) {
        return stream(Visitor.json(officer.get("/api/v1/oversight/looks?limit=60"))
                        .at("/items"))
                .filter(look -> look.at("/reason").asString().equals(reason))
                .toList();
    }

    private static List<JsonNode> looksAt(Visitor person) {
        return stream(Visitor.json(person.get("/api/v1/my/privacy/topics/" + LOOKS))
                        .at("/rows"))
                .toList();
    }

    private static Stream<JsonNode> stream(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false);
    }

    private List<String> strings(String select) {
        return database.sql(select)
                .mapValue(String.class)
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private static String idOf(Visitor person) {
        return Visitor.json(person.get("/api/v1/session")).at("/account/id").asString();
    }

    private Visitor regulator() {
        return Officials.with(database, port, Role.RESIDENT, Role.REGULATOR);
    }
}
