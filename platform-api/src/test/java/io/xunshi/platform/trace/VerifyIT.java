package io.xunshi.platform.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.order.Trade;
import io.xunshi.transparency.record.TradeRecord;
import io.xunshi.transparency.statistics.Valuations;
import io.xunshi.transparency.statistics.Valuations.Thing;
import io.xunshi.transparency.verify.LogVerification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The whole log, checked by a stranger's program over HTTP, while trades go on. */
@PlatformTest
class VerifyIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @LocalServerPort
    private int port;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void theWholeLogAndItsFiguresAreSound() throws Exception {
        for (int i = 0; i < 3; i++) {
            sealed(Trade.completed(port));
        }

        var report = new LogVerification(this::get).verify();

        assertThat(report.checkpoint().size()).isGreaterThanOrEqualTo(6);
        assertThat(report.figures()).isPositive();
    }

    @Test
    void aCompletedTradeMovesTheFigureOfItsDay() {
        var before = tradesToday();

        sealed(Trade.completed(port));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(tradesToday()).isGreaterThan(before));
    }

    @Test
    void aValuationIsWhatAnybodyComputesFromTheLog() {
        for (int i = 0; i < 5; i++) {
            sealed(Trade.completed(port));
        }

        // Other tests trade too: compared is where both looked at the same checkpoint.
        await().atMost(PATIENCE).untilAsserted(() -> {
            var valuations = new Valuations();
            var checkpoint = new LogVerification(this::get)
                    .verify(record -> {
                        if (record instanceof TradeRecord trade) {
                            valuations.add(trade);
                        }
                    })
                    .checkpoint();
            var answer = valuation("category=storage-furniture&condition=GOOD&district=ZZ-JS");
            assertThat(answer.at("/logSize").longValue()).isEqualTo(checkpoint.size());
            assertThat(answer.at("/logRoot").stringValue())
                    .isEqualTo(checkpoint.root().toString());

            var expected = valuations
                    .of(new Thing("storage-furniture", "GOOD", "ZZ-JS"))
                    .orElseThrow();
            assertThat(answer.at("/level").stringValue())
                    .isEqualTo(expected.level().name());
            assertThat(answer.at("/count").intValue())
                    .isEqualTo(expected.trades())
                    .isGreaterThanOrEqualTo(5);
            assertThat(answer.at("/lowFen").longValue()).isEqualTo(expected.lowFen());
            assertThat(answer.at("/midFen").longValue()).isEqualTo(expected.midFen());
            assertThat(answer.at("/highFen").longValue()).isEqualTo(expected.highFen());
            assertThat(answer.at("/confidence").stringValue())
                    .isEqualTo(expected.confidence().name());
            assertThat(answer.at("/comparables").size())
                    .isEqualTo(expected.comparables().size());
            assertThat(answer.at("/comparables/0").propertyNames())
                    .containsExactlyInAnyOrder("month", "condition", "district", "priceFen", "adjustedFen");
        });

        var nothing = valuation("category=never-sold&condition=GOOD");
        assertThat(nothing.at("/level").isNull()).isTrue();
        assertThat(nothing.at("/midFen").isNull()).isTrue();
        assertThat(nothing.at("/count").intValue()).isZero();
    }

    private JsonNode valuation(String question) {
        return Visitor.json(new Visitor(port).get("/api/v1/valuations?" + question));
    }

    @Test
    void figuresOfASizeThatWasNeverPublishedDoNotExist() {
        new Visitor(port)
                .get("/api/v1/statistics/figures?size=999999999")
                .expectStatus()
                .isNotFound();
        new Visitor(port)
                .get("/api/v1/statistics/figures?size=-1")
                .expectStatus()
                .isBadRequest();
        new Visitor(port)
                .get("/api/v1/statistics/figures?size=many")
                .expectStatus()
                .isBadRequest();
    }

    private long tradesToday() {
        sealed(Trade.completed(port));
        var rows = Visitor.json(
                        new Visitor(port).get("/api/v1/statistics/daily?category=storage-furniture&district=ZZ-JS"))
                .at("/rows");
        return rows.get(rows.size() - 1).at("/trades").longValue();
    }

    private void sealed(Trade trade) {
        var visitor = new Visitor(port);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Visitor.json(visitor.get("/api/v1/receipts/" + trade.code()))
                                .at("/records")
                                .size())
                        .isEqualTo(2));
    }

    private byte[] get(String path) throws IOException {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/" + path))
                    .build();
            var response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
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
