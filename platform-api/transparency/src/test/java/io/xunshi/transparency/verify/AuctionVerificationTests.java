package io.xunshi.transparency.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunshi.transparency.auction.JsonValue;
import io.xunshi.transparency.auction.SealedLines;
import io.xunshi.transparency.record.TradeRecord;
import io.xunshi.transparency.record.TradeRecord.Step;
import java.io.FileNotFoundException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a site shows of its auctions, against what the log has of them. */
class AuctionVerificationTests {
    private static final String CODE = "Y-1";
    private static final String LIST = "api/v1/auctions?limit=60";
    private static final String RECORD = "api/v1/auctions/a-1/record";
    private static final String AUCTION = """
            {"auction":{"id":"a-1","format":"YANKEE","lotId":"l-1","amount":28000000,"perPriceUnit":1000000,
            "startFen":1500000,"depositFen":2000000,"reserve":null,"opensAt":"2026-11-27T02:00:00Z",
            "plannedEnd":"2026-11-27T03:00:00Z","english":null,"sealed":null,"dutch":null,
            "yankee":{"tickFen":1000,"unit":1000000},
            "awards":[{"place":"WINNER","paddle":1,"quantity":2000000,"priceFen":1600000}]},
            "bids":[],"parts":[{"sequence":1,"paddle":1,"quantity":2000000,"priceFen":1600000,"takesLess":true,
            "at":"2026-11-27T02:10:00Z"}],"ticks":[],"steps":[]}""";

    private final Map<String, String> site = new HashMap<>(Map.of(
            LIST,
            "{\"items\":[{\"id\":\"a-1\",\"code\":\"Y-1\",\"state\":\"AWARDED\"}],\"nextCursor\":null}",
            RECORD,
            AUCTION));

    @Test
    void anAuctionThatIsShownAsItWasSealedIsSound() throws Exception {
        assertThat(verification(sealed()).verify()).isEqualTo(1);
    }

    /** From before auctions were sealed. */
    @Test
    void oneThatWasNeverSealedIsRecomputedAllTheSame() throws Exception {
        assertThat(verification(List.of()).verify()).isEqualTo(1);
        site.put(RECORD, AUCTION.replace("\"priceFen\":1600000}]}", "\"priceFen\":1500000}]}"));

        assertThatThrownBy(() -> verification(List.of()).verify()).isInstanceOf(VerificationFailure.class);
    }

    @Test
    void whatIsShownOtherwiseThanItWasSealedIsFound() throws Exception {
        var sealed = sealed();

        site.put(RECORD, AUCTION.replace("02:10:00Z", "02:10:01Z"));
        assertThatThrownBy(() -> verification(sealed).verify()).hasMessageContaining("bids");
        site.put(RECORD, AUCTION.replace("\"depositFen\":2000000", "\"depositFen\":1000000"));
        assertThatThrownBy(() -> verification(sealed).verify()).hasMessageContaining("terms");
        site.put(RECORD, AUCTION.replace("1600000", "1610000"));
        assertThatThrownBy(() -> verification(sealed).verify()).isInstanceOf(VerificationFailure.class);
    }

    @Test
    void anAuctionThatIsInTheLogHasToBeShown() throws Exception {
        var sealed = sealed();
        site.put(LIST, "{\"items\":[],\"nextCursor\":null}");

        assertThatThrownBy(() -> verification(sealed).verify()).hasMessageContaining(CODE);
    }

    private AuctionVerification verification(List<TradeRecord> log) {
        var verification = new AuctionVerification(path -> {
            var file = site.get(path);
            if (file == null) {
                throw new FileNotFoundException(path);
            }
            return file.getBytes(StandardCharsets.UTF_8);
        });
        log.forEach(verification::add);
        return verification;
    }

    private static List<TradeRecord> sealed() throws Exception {
        var lines = SealedLines.of(JsonValue.read(AUCTION));
        return List.of(
                said(Step.AUCTION_OPENED, lines.opening()),
                said(Step.AUCTION_BID, lines.bids().getFirst()),
                said(Step.AUCTION_DECIDED, lines.result()));
    }

    private static TradeRecord said(Step step, String hash) {
        return new TradeRecord(
                step,
                Instant.parse("2026-11-27T03:00:00Z"),
                UUID.randomUUID(),
                CODE,
                "NF-AL",
                "ZZ-GY",
                "",
                0,
                0,
                hash,
                "00",
                "00");
    }
}
