package io.xunshi.transparency.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunshi.transparency.merkle.Hash;
import io.xunshi.transparency.record.LogRecord;
import io.xunshi.transparency.record.PriceLevel;
import io.xunshi.transparency.record.PriceRecord;
import io.xunshi.transparency.record.PriceRecord.Committed;
import io.xunshi.transparency.record.PriceRecord.Opening;
import io.xunshi.transparency.record.PriceRecord.Revealed;
import io.xunshi.transparency.record.PriceRecord.WeekClosed;
import io.xunshi.transparency.record.PriceWeek;
import io.xunshi.transparency.record.Vintage;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceLedgerTests {

    @ParameterizedTest
    @EnumSource(PriceLevel.class)
    void whatIsRevealedIsWhatWasCommittedTo(PriceLevel level) {
        var observation = Observations.observation(1);
        var revealed = observation.revealed(Observations.secretOf(1), Vintage.P, level, "s", "b");

        assertThat(revealed.commitment()).isEqualTo(observation.commitment(Observations.secretOf(1)));
        assertThat(revealed.isConsistent()).isTrue();
        assertThat(LogRecord.read(revealed.bytes())).isEqualTo(revealed);
    }

    @Test
    void noFirmIsNamedAndNoMoreLabelsThanTheLevelHas() {
        var area = text(PriceLevel.AREA);
        var parent = text(PriceLevel.PARENT);

        assertThat(area).contains("ZZ-GY", "NF-AL-TWI").doesNotContain("group-s1", "group-b1");
        assertThat(text(PriceLevel.CITY)).contains("NF-AL-TWI").doesNotContain("ZZ-GY");
        assertThat(parent).contains("NF-AL").doesNotContain("NF-AL-TWI", "ZZ-GY", "group-s1", "group-b1");
    }

    @Test
    void theRecordOfADealDoesNotTellWhichCommitmentIsItsOwn() {
        var observation = Observations.observation(1);

        assertThat(observation.sealedWithDeal(Observations.secretOf(1)))
                .isNotEqualTo(observation.commitment(Observations.secretOf(1)))
                .isNotEqualTo(observation.sealedWithDeal(Observations.secretOf(2)));
    }

    @Test
    void everyRecordReadsBackAsItWasWritten() {
        assertThat(Observations.week())
                .allSatisfy(record -> assertThat(LogRecord.read(record.bytes())).isEqualTo(record));
    }

    @Test
    void aPublicationIsAFunctionOfTheLog() {
        var publication = publication(Observations.week());

        assertThat(new String(publication, StandardCharsets.UTF_8))
                .contains(
                        "\"method\":\"scrap-weekly-1\"",
                        "\"judgement\":\"none\"",
                        "\"samples\":7",
                        "\"tonnes\":\"100-249\"")
                .doesNotContain("group-");
        assertThat(publication(Observations.week())).isEqualTo(publication);
    }

    @Test
    void aPriceThatWasNeverCommittedToIsFound() {
        var records = Observations.week();
        var revealed = (Revealed) records.get(8);
        var opened = new TreeMap<>(revealed.opened());
        opened.computeIfPresent("fenPerTonne", (name, opening) -> new Opening(opening.salt(), 9_999_999L));
        records.set(
                8,
                new Revealed(
                        revealed.week(),
                        revealed.vintage(),
                        revealed.level(),
                        opened,
                        revealed.closed(),
                        revealed.seller(),
                        revealed.buyer()));

        assertThatThrownBy(() -> publication(records)).isInstanceOf(PriceLedger.Contradiction.class);
    }

    @Test
    void aPriceThatIsRevealedTwiceIsFound() {
        var records = Observations.week();
        records.add(9, records.get(8));

        assertThatThrownBy(() -> publication(records)).isInstanceOf(PriceLedger.Contradiction.class);
    }

    @Test
    void aDealThatTheCountLeavesOutIsFound() {
        var records = Observations.week();
        records.add(0, new Committed(Observations.WEEK, "ab"));

        assertThatThrownBy(() -> publication(records)).isInstanceOf(PriceLedger.Contradiction.class);
    }

    @Test
    void aVintageIsNotClosedAfterALaterOne() {
        var records = Observations.week();
        records.add(records.size() - 1, closed(Vintage.R1));

        assertThatThrownBy(() -> publication(records)).isInstanceOf(PriceLedger.Contradiction.class);
    }

    @Test
    void nothingIsRevealedForAVintageOnceALaterOneIsClosed() {
        var records = Observations.week();
        records.add(records.size() - 2, closed(Vintage.R1));
        records.removeLast();

        assertThat(ledger(records).contradictions())
                .singleElement()
                .satisfies(found -> assertThat(found).hasMessageContaining("too late"));
    }

    @Test
    void aWeekThatContradictsItselfHindersNoOther() {
        var records = Observations.week();
        records.add(records.getLast());
        var other = new PriceWeek(Observations.WEEK.monday().plusWeeks(1));
        records.add(new WeekClosed(other, Vintage.P, 0, new TreeMap<>(), "0"));
        var ledger = ledger(records);

        assertThat(ledger.publication(other, Vintage.P, 15, Hash.EMPTY_TREE)).isPresent();
        assertThat(ledger.contradictions()).hasSize(1);
        assertThatThrownBy(() -> ledger.closed(Observations.WEEK, Vintage.P))
                .isInstanceOf(PriceLedger.Contradiction.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-W47", "2026-W53", "2025-W01", "2024-W52"})
    void aWeekReadsBackAsItWasWritten(String text) {
        assertThat(PriceWeek.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-W53", "2026-W00", "2026-W54", "2026-47", ""})
    void whatIsNoWeekIsRefused(String text) {
        assertThatThrownBy(() -> PriceWeek.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aWeekIsDueADayAWeekAndAMonthAfterItsSunday() {
        var week = PriceWeek.of(LocalDate.of(2026, 11, 22));

        assertThat(week).isEqualTo(Observations.WEEK);
        assertThat(week.due(Vintage.P)).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(week.due(Vintage.R1)).isEqualTo(LocalDate.of(2026, 11, 29));
        assertThat(week.due(Vintage.F)).isEqualTo(LocalDate.of(2026, 12, 22));
    }

    private static String text(PriceLevel level) {
        return new String(
                Observations.observation(1)
                        .revealed(Observations.secretOf(1), Vintage.P, level, "s", "b")
                        .bytes(),
                StandardCharsets.UTF_8);
    }

    private static WeekClosed closed(Vintage vintage) {
        return new WeekClosed(Observations.WEEK, vintage, 7, new TreeMap<>(), "0");
    }

    private static byte[] publication(Iterable<LogRecord> records) {
        return ledger(records)
                .publication(Observations.WEEK, Vintage.P, 14, Hash.EMPTY_TREE)
                .orElseThrow()
                .bytes();
    }

    private static PriceLedger ledger(Iterable<LogRecord> records) {
        var ledger = new PriceLedger();
        records.forEach(record -> ledger.add((PriceRecord) record));
        return ledger;
    }
}
