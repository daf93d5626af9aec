package io.xunshi.platform.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.order.Trade;
import io.xunshi.platform.trace.storage.LogRepository;
import io.xunshi.transparency.merkle.Hash;
import io.xunshi.transparency.merkle.InclusionProof;
import io.xunshi.transparency.note.Checkpoint;
import io.xunshi.transparency.note.VerifierKey;
import io.xunshi.transparency.record.TradeRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

@PlatformTest
class SealingIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @LocalServerPort
    private int port;

    @Autowired
    private LogRepository log;

    @Autowired
    private DatabaseClient database;

    @Test
    void aCompletedTradeHasAReceiptThatAnybodyCanCheck() {
        var trade = Trade.completed(port);

        var receipt = receiptWith(trade, 2);

        var key = VerifierKey.parse(receipt.at("/vkey").asString());
        var checkpoint = Checkpoint.open(receipt.at("/checkpoint").asString(), key);
        receipt.at("/records").forEach(record -> {
            var entry = record.at("/entry").asString().getBytes(StandardCharsets.UTF_8);
            var proof = new ArrayList<Hash>();
            record.at("/proof").forEach(hash -> proof.add(Hash.ofBase64(hash.asString())));
            assertThat(InclusionProof.verifies(
                            Hash.ofLeaf(entry),
                            record.at("/index").longValue(),
                            checkpoint.size(),
                            proof,
                            checkpoint.root()))
                    .isTrue();
            assertThat(TradeRecord.read(entry).priceFen()).isEqualTo(28_000);
        });
    }

    @Test
    void aRecordTellsNobodyWhoTraded() {
        var trade = Trade.completed(port);
        var receipt = receiptWith(trade, 2).toString();

        assertThat(receipt)
                .doesNotContain(trade.sellersContact())
                .doesNotContain("卖家")
                .doesNotContain("买家");
    }

    @Test
    void theSameEventIsRecordedOnce() {
        var event = UUID.randomUUID();
        var order = UUID.randomUUID();
        var bytes = new TradeRecord(
                        TradeRecord.Step.PAID,
                        Instant.parse("2026-11-23T00:00:00Z"),
                        event,
                        "D1",
                        "sofa",
                        "ZZ-JS",
                        "GOOD",
                        1,
                        0,
                        "ab",
                        "b",
                        "s")
                .bytes();

        log.add(event, order, bytes).then(log.add(event, order, bytes)).block();

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(log.entriesOf(order).collectList().block()).hasSize(1));
    }

    @Test
    void aSequencedEntryCannotBeChangedEvenByHand() {
        receiptWith(Trade.completed(port), 2);

        assertThat(catchMessage("update trace.entry set bytes = 'x' where position = 0"))
                .contains("append-only");
        assertThat(catchMessage("delete from trace.entry where position = 0")).contains("append-only");
    }

    @Test
    void pathsThatLeadElsewhereAreNotFound() {
        var visitor = new Visitor(port);
        for (var path : new String[] {
            "/log/tile/0/../../../photos/x", "/log/tile/99999/000", "/log/tile/0/1", "/log/tile/entries/%2e%2e"
        }) {
            visitor.get(path).expectStatus().is4xxClientError();
        }
    }

    private JsonNode receiptWith(Trade trade, int records) {
        var visitor = new Visitor(port);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Visitor.json(visitor.get("/api/v1/receipts/" + trade.code()))
                                .at("/records")
                                .size())
                        .isEqualTo(records));
        return Visitor.json(visitor.get("/api/v1/receipts/" + trade.code()));
    }

    private String catchMessage(String sql) {
        try {
            database.sql(sql).then().block();
            return "nothing was refused";
        } catch (RuntimeException refused) {
            return String.valueOf(refused.getMessage()) + refused.getCause();
        }
    }
}
