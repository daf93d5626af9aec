package io.xunshi.platform.fulfilment;

import static io.xunshi.platform.Refusals.codeOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Races;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.connection.Machine;
import io.xunshi.platform.exchange.Yard;
import io.xunshi.platform.fulfilment.usecase.RemindOfCalls;
import io.xunshi.platform.fulfilment.usecase.RunFulfilmentTimers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** A price that the buyer calls, from the offer to the final statement. */
@PlatformTest
class PriceCallIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final LocalDate DEADLINE = OnCall.DEADLINE;
    private static final long TONNE = OnCall.TONNE;

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private RemindOfCalls remindOfCalls;

    @Autowired
    private RunFulfilmentTimers runFulfilmentTimers;

    @Test
    void aBuyerCallsInPartsAndTheContractSaysHow() {
        var haul = signed();
        var contract = Visitor.json(haul.buyer().owner().get("/api/v1/deals/" + haul.deal()));
        assertThat(contract.at("/contractText").asString())
                .contains("买方点价", "每次不少于 5.000 吨", "前一交易日 21 时前点定", "逾期未点部分按 " + DEADLINE + " 当日价");
        assertThat(contract.at("/formula/references/0/period/grams").asLong()).isEqualTo(20 * TONNE);

        var first = Visitor.json(call(haul, haul.buyer(), next(haul), 5 * TONNE));
        assertThat(first.at("/calling/leftGrams").asLong()).isEqualTo(15 * TONNE);
        var second = Visitor.json(call(haul, haul.buyer(), next(haul), null));

        assertThat(second.at("/calling/leftGrams").asLong()).isZero();
        assertThat(second.at("/calling/nextDay").isNull()).isTrue();
        assertThat(second.at("/calling/calls/1/grams").asLong()).isEqualTo(15 * TONNE);
        assertThat(codeOf(call(haul, haul.buyer(), DEADLINE.toString(), TONNE))).isEqualTo("fulfilment.all-called");
    }

    @Test
    void whatDoesNotBindIsRefusedWithWhatWould() {
        var haul = signed();
        var next = next(haul);

        assertThat(codeOf(call(haul, haul.buyer(), "2026-11-04", TONNE))).isEqualTo("fulfilment.call-too-late");
        assertThat(codeOf(call(haul, haul.buyer(), DEADLINE.plusDays(1).toString(), TONNE)))
                .isEqualTo("fulfilment.call-outside-period");
        assertThat(codeOf(call(haul, haul.buyer(), saturday().toString(), TONNE)))
                .isEqualTo("fulfilment.call-no-trading-day");
        assertThat(codeOf(call(haul, haul.buyer(), next, 21 * TONNE))).isEqualTo("fulfilment.call-too-much");
        assertThat(codeOf(call(haul, haul.buyer(), next, TONNE))).isEqualTo("fulfilment.call-too-small");
        assertThat(codeOf(call(haul, haul.seller(), next, 5 * TONNE))).isEqualTo("fulfilment.other-side");
        assertThat(codeOf(haul.postAs(
                        haul.buyer().member("FINANCE"),
                        "/price-calls",
                        Map.of("organisationId", haul.buyer().id(), "day", next))))
                .isEqualTo("organisation.role-missing");
        var plain = Haul.signed(database, port);
        assertThat(codeOf(call(plain, plain.buyer(), next, TONNE))).isEqualTo("fulfilment.no-calling");
        assertThat(plain.seen().at("/calling").isNull()).isTrue();
    }

    @Test
    void ofManyCallsAtOnceNoMoreBindThanThereIs() throws InterruptedException, ExecutionException {
        var haul = signed();
        var next = next(haul);
        List<Callable<ResponseSpec>> racers = Collections.nCopies(6, () -> call(haul, haul.buyer(), next, 8 * TONNE));

        var statuses = Races.race(racers);

        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(2);
        assertThat(statuses).doesNotContain(500);
        assertThat(haul.seen().at("/calling/leftGrams").asLong()).isEqualTo(4 * TONNE);
        assertThat(haul.seen().at("/calling/calls")).hasSize(2);
    }

    @Test
    void aProgramCallsTheOtherSideIsToldAndTheLogKeepsIt() {
        var haul = signed();
        var program = Machine.of(port, haul.buyer(), "TRADER");

        program.post(
                        "/api/v1/deals/" + haul.deal() + "/price-calls",
                        Map.of("organisationId", haul.buyer().id(), "day", next(haul)))
                .expectStatus()
                .isCreated();

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(kindsTold(haul.seller())).contains("DELIVERY_PRICE_CALLED");
            assertThat(recordsOf(haul)).anyMatch(record -> record.contains("\"deal.price-called\""));
        });
        assertThat(kindsTold(haul.buyer())).doesNotContain("DELIVERY_PRICE_CALLED");
    }

    @Test
    void whoHasNotCalledIsRemindedOnce() {
        var haul = signed();
        database.sql(
                        "update fulfilment.fulfilment set call_reminder_at = now() - interval '1 minute' where deal = :deal")
                .bind("deal", UUID.fromString(haul.deal()))
                .then()
                .block();

        remindOfCalls.runDue().block();
        remindOfCalls.runDue().block();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(kindsTold(haul.buyer())).contains("DELIVERY_PRICE_TO_CALL"));
        assertThat(kindsTold(haul.buyer()).stream().filter("DELIVERY_PRICE_TO_CALL"::equals))
                .hasSize(1);
        assertThat(kindsTold(haul.seller())).doesNotContain("DELIVERY_PRICE_TO_CALL");
    }

    @Test
    void theSettlementIsProvisionalUntilAllIsCalledAndThenExact() {
        var haul = signed().weighed();
        calledBefore(haul, 1, "2026-11-02", 5 * TONNE);
        haul.post(haul.buyer(), "/sample", haul.sample()).expectStatus().isCreated();
        read(haul, haul.seller());
        read(haul, haul.buyer());
        var accepted = Visitor.json(haul.postAs(haul.buyer().owner(), "/acceptance", Map.of()));
        assertThat(accepted.at("/state").asString()).isEqualTo("ACCEPTED");
        assertThat(accepted.at("/outlook/isFinal").asBoolean()).isFalse();
        assertThat(accepted.at("/outlook/price").asLong()).isEqualTo(1_800_000 + 10_000);

        calledBefore(haul, 2, "2026-11-03", 5 * TONNE);
        calledBefore(haul, 3, "2026-11-04", 10 * TONNE);

        var outlook = haul.seen().at("/outlook");
        assertThat(outlook.at("/isFinal").asBoolean()).isTrue();
        // (5 × 20,000 + 5 × 20,100 + 10 × 20,500) ÷ 20 = 20,275; × 0.9 + 100
        assertThat(outlook.at("/price").asLong()).isEqualTo(1_824_750 + 10_000);
        assertThat(outlook.at("/money/total").asLong()).isEqualTo(20 * (1_824_750 + 10_000));
        assertThat(rulesOf(outlook)).contains("CALLED_PART", "CALLED_MEAN").doesNotContain("UNCALLED_PART");

        haul.letTimePass(database);
        runFulfilmentTimers.runDue().block();

        var settled = haul.seen();
        assertThat(settled.at("/state").asString()).isEqualTo("SETTLED");
        assertThat(settled.at("/statements")
                        .valueStream()
                        .toList()
                        .getLast()
                        .at("/price")
                        .asLong())
                .isEqualTo(1_834_750);
        assertThat(codeOf(call(haul, haul.buyer(), DEADLINE.toString(), null))).isEqualTo("fulfilment.not-now");
    }

    private Haul signed() {
        return OnCall.signed(database, port);
    }

    private static ResponseSpec call(Haul haul, Yard side, String day, @Nullable Long grams) {
        return haul.post(side, "/price-calls", grams == null ? Map.of("day", day) : Map.of("day", day, "grams", grams));
    }

    private static void read(Haul haul, Yard side) {
        var reading = Map.of("values", Map.of("inclusion_pct", 120), "rejects", List.of(), "documentIds", List.of());
        haul.post(side, "/assays", Map.of("laboratory", "本厂化验室", "reading", reading))
                .expectStatus()
                .isCreated();
    }

    private static String next(Haul haul) {
        return haul.seen().at("/calling/nextDay").asString();
    }

    private static LocalDate saturday() {
        return Stream.iterate(Yard.TODAY.plusDays(2), day -> day.plusDays(1))
                .filter(day -> day.getDayOfWeek().getValue() == 6)
                .findFirst()
                .orElseThrow();
    }

    /** As if it had been called while its day was still to come. */
    private void calledBefore(Haul haul, int number, String day, long grams) {
        database.sql("""
                        insert into fulfilment.price_call (deal, number, day, grams, at)
                        values (:deal, :number, :day, :grams, now())
                        """)
                .bind("deal", UUID.fromString(haul.deal()))
                .bind("number", number)
                .bind("day", LocalDate.parse(day))
                .bind("grams", grams)
                .then()
                .block();
    }

    private static List<String> rulesOf(JsonNode outlook) {
        return outlook.at("/lines")
                .valueStream()
                .map(line -> line.at("/rule").asString())
                .toList();
    }

    private static List<String> kindsTold(Yard yard) {
        return Visitor.json(yard.owner().get("/api/v1/my/notifications"))
                .at("/items")
                .valueStream()
                .map(notice -> notice.at("/kind").asString())
                .toList();
    }

    private List<String> recordsOf(Haul haul) {
        return database.sql("select convert_from(bytes, 'UTF8') as record from trace.entry where order_id = :id::uuid")
                .bind("id", haul.deal())
                .map(row -> String.valueOf(row.get("record", String.class)))
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow();
    }
}
