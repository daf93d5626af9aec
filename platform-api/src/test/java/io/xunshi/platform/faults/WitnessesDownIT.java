package io.xunshi.platform.faults;

import static io.xunshi.platform.faults.Outage.opens;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.Visitor;
import io.xunshi.platform.order.Trade;
import io.xunshi.transparency.note.Note;
import io.xunshi.transparency.verify.ProofVerification;
import io.xunshi.transparency.witness.TrustPolicy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.health.registry.ReactiveHealthContributorRegistry;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

/** Without enough witnesses the log goes on, unpublished; with them, whatever is published has their word. */
@FaultTest
class WitnessesDownIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @LocalServerPort
    private int port;

    @Autowired
    private ReactiveHealthContributorRegistry parts;

    @Autowired
    private Lines lines;

    @Autowired
    private DatabaseClient database;

    @AfterEach
    void theWitnessesAreBack() {
        lines.witnesses().forEach(Line::mend);
    }

    @Test
    void aReceiptAndItsFileHaveTheWordOfTheWitnesses() throws Exception {
        var trade = Trade.completed(port);

        var receipt = receiptOf(trade);

        var policy = policy();
        var note = Note.read(receipt.at("/checkpoint").asString().getBytes(StandardCharsets.UTF_8));
        assertThat(policy.accept(note).signedBy()).hasSize(2);
        assertThat(policy.cosignersOf(note)).hasSizeGreaterThanOrEqualTo(2);
        for (var record : receipt.at("/records")) {
            var file = file(trade, record.at("/index").longValue());
            var found = new ProofVerification(policy).verify(file);
            assertThat(found.record().order()).isEqualTo(trade.code());
            assertThat(found.accepted().cosignedBy()).hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void thereIsNoFileOfARecordOfAnotherTrade() {
        var trade = Trade.completed(port);
        receiptOf(trade);
        var visitor = new Visitor(port);

        visitor.get("/api/v1/receipts/" + trade.code() + "/proofs/999999999")
                .expectStatus()
                .isNotFound();
        visitor.get("/api/v1/receipts/" + trade.code() + "/proofs/x")
                .expectStatus()
                .isBadRequest();
    }

    @ParameterizedTest
    @EnumSource
    void oneOfThreeIsNotMissed(Trouble trouble) {
        trouble.begin(lines.witnesses().getFirst());

        var receipt = receiptOf(Trade.completed(port));

        var note = Note.read(receipt.at("/checkpoint").asString().getBytes(StandardCharsets.UTF_8));
        assertThat(policy().cosignersOf(note)).extracting("name").containsExactly("w2", "w3");
        assertThat(new Parts(parts).of("witnesses")).isEqualTo(Status.UP);
    }

    @ParameterizedTest
    @EnumSource
    void withoutAQuorumTheLogGoesOnAndIsPublishedAfterwards(Trouble trouble) {
        lines.witnesses().subList(0, 2).forEach(trouble::begin);
        var trade = Trade.completed(port);
        await().atMost(PATIENCE).until(() -> isSequenced() && newest("true") > newest("published_at is not null"));
        await().atMost(PATIENCE).until(() -> new Parts(parts).of("witnesses").equals(Status.DOWN));
        new Visitor(port).get("/api/v1/receipts/" + trade.code()).expectStatus().isNotFound();
        opens(() -> new Visitor(port).get("/actuator/health/readiness"));

        theWitnessesAreBack();

        var note = Note.read(receiptOf(trade).at("/checkpoint").asString().getBytes(StandardCharsets.UTF_8));
        assertThat(policy().accept(note).cosignedBy()).hasSizeGreaterThanOrEqualTo(2);
        await().atMost(PATIENCE).until(() -> new Parts(parts).of("witnesses").equals(Status.UP));
    }

    private boolean isSequenced() {
        return count("select count(*) from trace.entry where position is null") == 0;
    }

    private long newest(String condition) {
        return count("select coalesce(max(size), 0) from trace.checkpoint where " + condition);
    }

    private long count(String sql) {
        return Objects.requireNonNull(database.sql(sql)
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one()
                .block());
    }

    private TrustPolicy policy() {
        return TrustPolicy.read(bytes("/log/policy"));
    }

    private byte[] file(Trade trade, long index) {
        return bytes("/api/v1/receipts/%s/proofs/%d".formatted(trade.code(), index));
    }

    private byte[] bytes(String path) {
        return Objects.requireNonNull(new Visitor(port)
                .get(path)
                .expectStatus()
                .isOk()
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody());
    }

    private JsonNode receiptOf(Trade trade) {
        var visitor = new Visitor(port);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Visitor.json(visitor.get("/api/v1/receipts/" + trade.code()))
                                .at("/records")
                                .size())
                        .isEqualTo(2));
        return Visitor.json(visitor.get("/api/v1/receipts/" + trade.code()));
    }
}
