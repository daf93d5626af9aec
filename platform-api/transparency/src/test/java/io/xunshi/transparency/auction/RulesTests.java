package io.xunshi.transparency.auction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Public records that somebody has changed after the close: each change is found. */
class RulesTests {
    private static final String LOT = "0199c0de-0000-7000-8000-00000000002a";

    /** Two bids, a late one, and a winner at 1,658,000 fen per tonne. */
    private static final String ENGLISH = record("""
            "format":"ENGLISH","english":{"tickFen":1000,"ladder":{"rungs":[],"topStepFen":200000},"windowSeconds":300,
            "extensionsMax":null},"sealed":null,"dutch":null,"yankee":null,"awards":[AWARD(2,28000000,1658000)]""", """
            {"sequence":1,"paddle":1,"kind":"BID","amountFen":1500000,"ceilingFen":1650000,"ownStepFen":null,
            "at":"2026-11-27T02:10:00Z","priceFen":1500000,"leader":1,"endsAt":"2026-11-27T03:00:00Z"},
            {"sequence":2,"paddle":2,"kind":"BID","amountFen":1508000,"ceilingFen":1658000,"ownStepFen":null,
            "at":"2026-11-27T02:59:00Z","priceFen":1658000,"leader":2,"endsAt":"2026-11-27T03:04:00Z"}""", "", "");

    private static final String DUTCH =
            record("""
            "format":"DUTCH","english":null,"sealed":null,"dutch":{"dropFen":50000,"tickSeconds":60,"floorFen":1400000,
            "leastQuantity":5000000},"yankee":null,"awards":[AWARD(1,20000000,1450000),AWARD(2,8000000,1400000)]""", "", "PART(1,1,20000000,1450000,02:01:30),PART(2,2,8000000,1400000,02:02:30)", """
            {"at":"2026-11-27T02:00:00Z","priceFen":1500000},{"at":"2026-11-27T02:01:00Z","priceFen":1450000},
            {"at":"2026-11-27T02:02:00Z","priceFen":1400000}""");

    private static final String YANKEE = record(
            """
            "format":"YANKEE","english":null,"sealed":null,"dutch":null,"yankee":{"tickFen":1000,"unit":1000000},
            "awards":[AWARD(3,18000000,1530000),AWARD(2,10000000,1520000)]""",
            "",
            "PART(1,1,20000000,1510000,02:01:00),PART(2,2,10000000,1520000,02:02:00),PART(3,3,18000000,1530000,02:03:00)",
            "");

    @Test
    void whatFollowsTheRulesIsConfirmed() throws Exception {
        for (var sound : new String[] {ENGLISH, DUTCH, YANKEE, sealed(1_650_000, 1_600_000)}) {
            Rules.check(JsonValue.read(sound));
        }
    }

    @Test
    void aWinnerPriceOrQuantityThatDoesNotFollowIsFound() throws Exception {
        contradicts(ENGLISH, "\"leader\":2", "\"leader\":1");
        contradicts(ENGLISH, "\"priceFen\":1658000", "\"priceFen\":1659000");
        contradicts(ENGLISH, "03:04:00Z", "03:00:00Z");
        contradicts(DUTCH, "\"quantity\":8000000", "\"quantity\":9000000");
        contradicts(DUTCH, "\"priceFen\":1450000},{\"at\"", "\"priceFen\":1440000},{\"at\"");
        contradicts(DUTCH, "02:02:30", "02:01:59");
        contradicts(
                YANKEE,
                "\"paddle\":2,\"quantity\":10000000,\"priceFen\":1520000,\"valueFen\"",
                "\"paddle\":1,\"quantity\":10000000,\"priceFen\":1520000,\"valueFen\"");
        contradicts(YANKEE, "\"sequence\":3", "\"sequence\":4");
    }

    @Test
    void aSealedBidThatIsNotTheOneThatWasHandedInIsFound() throws Exception {
        var sound = sealed(1_650_000, 1_600_000);

        contradicts(sound, "\"amountFen\":1600000", "\"amountFen\":1660000");
        contradicts(sound, "\"paddle\":1,\"quantity\"", "\"paddle\":2,\"quantity\"");
    }

    @Test
    void equalSealedBidsNeedAFinalRound() throws Exception {
        assertThatThrownBy(() -> Rules.check(JsonValue.read(sealed(1_650_000, 1_650_000))))
                .isInstanceOf(Contradiction.class)
                .hasMessageContaining("rounds");
    }

    @Test
    void aReserveThatWasNotCommittedToIsFound() throws Exception {
        var nonce = "01".repeat(32);
        var reserve = "\"reserve\":{\"commitment\":\"%s\",\"amountFen\":%d,\"nonce\":\"%s\"}";
        var sound = ENGLISH.replace(
                "\"reserve\":null", reserve.formatted(Hashes.ofReserve(nonce, 1_600_000), 1_600_000, nonce));

        Rules.check(JsonValue.read(sound));
        contradicts(sound, "\"amountFen\":1600000,\"nonce\"", "\"amountFen\":1500000,\"nonce\"");
        var higher = ENGLISH.replace(
                "\"reserve\":null", reserve.formatted(Hashes.ofReserve(nonce, 1_700_000), 1_700_000, nonce));
        assertThatThrownBy(() -> Rules.check(JsonValue.read(higher)))
                .isInstanceOf(Contradiction.class)
                .hasMessageContaining("below the reserve");
    }

    @Test
    void whatIsNoRecordIsAContradiction() {
        for (var text : new String[] {"", "{", "[]", "{\"auction\":1}", "{\"auction\":{}}x"}) {
            assertThatThrownBy(() -> Rules.check(JsonValue.read(text))).isInstanceOf(Contradiction.class);
        }
    }

    private static void contradicts(String sound, String said, String otherwise) {
        assertThat(sound).contains(said);
        assertThatThrownBy(() -> Rules.check(JsonValue.read(sound.replace(said, otherwise))))
                .isInstanceOf(Contradiction.class);
    }

    /** Of 28 tonnes from 1,500,000 fen per tonne, between two and three o'clock. */
    private static String record(String format, String bids, String parts, String ticks) {
        var text = """
                {"auction":{"lotId":"%s","amount":28000000,"perPriceUnit":1000000,"startFen":1500000,"reserve":null,
                "opensAt":"2026-11-27T02:00:00Z","plannedEnd":"2026-11-27T03:00:00Z",%s},
                "bids":[%s],"parts":[%s],"ticks":[%s],"steps":[]}""".formatted(LOT, format, bids, parts, ticks);
        return text.replace("\n", "")
                .replaceAll(
                        "AWARD\\((\\d+),(\\d+),(\\d+)\\)",
                        "{\"place\":\"WINNER\",\"paddle\":$1,\"quantity\":$2,\"priceFen\":$3,\"valueFen\":0}")
                .replaceAll(
                        "PART\\((\\d+),(\\d+),(\\d+),(\\d+),([\\d:]+)\\)",
                        "{\"sequence\":$1,\"paddle\":$2,\"quantity\":$3,\"priceFen\":$4,\"takesLess\":true,"
                                + "\"at\":\"2026-11-27T$5Z\"}");
    }

    private static String sealed(long first, long second) throws Contradiction {
        return record("""
                "format":"SEALED","english":null,"dutch":null,"yankee":null,"sealed":{"round":1,"bids":[%s,%s,%s]},
                "awards":[AWARD(1,28000000,%d)]""".formatted(opened(1, first), opened(2, second), unopened(3), first), "", "", "");
    }

    private static String opened(int paddle, long amount) throws Contradiction {
        var nonce = "0%d".formatted(paddle).repeat(32);
        return "{\"round\":1,\"sequence\":%d,\"paddle\":%d,\"commitment\":\"%s\",\"amountFen\":%d,\"nonce\":\"%s\"}"
                .formatted(
                        paddle, paddle, Hashes.ofSealedBid(UUID.fromString(LOT), paddle, amount, nonce), amount, nonce);
    }

    private static String unopened(int paddle) {
        return "{\"round\":1,\"sequence\":%d,\"paddle\":%d,\"commitment\":\"%s\",\"amountFen\":null,\"nonce\":null}"
                .formatted(paddle, paddle, "ab".repeat(32));
    }
}
