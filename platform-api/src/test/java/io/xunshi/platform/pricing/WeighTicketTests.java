package io.xunshi.platform.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.pricing.TicketFinding.CertificateExpired;
import io.xunshi.platform.pricing.TicketFinding.NothingWeighed;
import io.xunshi.platform.pricing.TicketFinding.StaleTare;
import io.xunshi.platform.pricing.TicketFinding.TareDrift;
import io.xunshi.platform.pricing.TicketFinding.TareOverGross;
import io.xunshi.platform.pricing.WeighTicket.Policy;
import io.xunshi.platform.pricing.WeighTicket.Scale;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Which weigh tickets are doubtful. */
class WeighTicketTests {
    private static final Instant GROSS_AT = Instant.parse("2026-11-02T08:00:00Z");
    private static final LocalDate VALID_TO = LocalDate.of(2026, 11, 2);

    @Test
    void anOrdinaryTicketHasNothingAgainstIt() {
        assertThat(ticket(32_460, 12_180, Duration.ofMinutes(40), false).findings(Policy.USUAL, List.of(12_150_000L)))
                .isEmpty();
        assertThat(ticket(32_460, 12_180, Duration.ofMinutes(40), false).netGrams())
                .isEqualTo(20_280_000);
    }

    @Test
    void aTareAboveGrossIsFound() {
        assertThat(ticket(12_180, 32_460, Duration.ZERO, false).findings(Policy.USUAL, List.of()))
                .containsExactly(new TareOverGross(20_280_000));
        assertThat(ticket(12_180, 12_180, Duration.ZERO, false).findings(Policy.USUAL, List.of()))
                .containsExactly(new NothingWeighed());
    }

    @Test
    void aTareIsStaleAfterADay() {
        assertThat(ticket(32_460, 12_180, Duration.ofHours(-24), false).findings(Policy.USUAL, List.of()))
                .isEmpty();
        var late = Duration.ofHours(24).plusSeconds(1);
        assertThat(ticket(32_460, 12_180, late.negated(), false).findings(Policy.USUAL, List.of()))
                .containsExactly(new StaleTare(late));
    }

    @Test
    void aCertificateHoldsUntilTheEndOfItsLastDayInTheCity() {
        // 16:00 UTC is midnight in the city.
        assertThat(ticket(32_460, 12_180, Duration.ofMinutes(479), false).findings(Policy.USUAL, List.of()))
                .isEmpty();
        assertThat(ticket(32_460, 12_180, Duration.ofMinutes(480), false).findings(Policy.USUAL, List.of()))
                .containsExactly(new CertificateExpired(VALID_TO));
    }

    @Test
    void aTareMayDriftBySixtyKilograms() {
        var ticket = ticket(32_460, 5_060, Duration.ZERO, false);

        assertThat(ticket.findings(Policy.USUAL, Collections.nCopies(10, 5_000_000L)))
                .isEmpty();
        assertThat(ticket.findings(Policy.USUAL, Collections.nCopies(10, 4_999_999L)))
                .containsExactly(new TareDrift(4_999_999, 60_001));
        assertThat(ticket.findings(Policy.USUAL, Collections.nCopies(10, 5_120_001L)))
                .containsExactly(new TareDrift(5_120_001, -60_001));
    }

    @Test
    void ofALargeVehicleItMayDriftByOnePerCent() {
        assertThat(ticket(60_000, 15_150, Duration.ZERO, false).findings(Policy.USUAL, List.of(15_000_000L)))
                .isEmpty();
        assertThat(ticket(60_000, 15_151, Duration.ZERO, false).findings(Policy.USUAL, List.of(15_000_000L)))
                .containsExactly(new TareDrift(15_000_000, 151_000));
    }

    @Test
    void theMedianOfTheLastTenTaresCounts() {
        var tares = LongStream.of(12_000, 12_001, 12_002, 12_003, 12_004, 12_005, 12_006, 12_007, 12_008, 90_000)
                .mapToObj(kg -> kg * 1_000)
                .toList();
        var more = new ArrayList<>(tares);
        more.addAll(Collections.nCopies(50, 1L));

        assertThat(ticket(32_460, 12_180, Duration.ZERO, false).findings(Policy.USUAL, more))
                .containsExactly(new TareDrift(12_004_500, 175_500));
    }

    @Test
    void somebodyMayVouchForATare() {
        assertThat(ticket(32_460, 12_180, Duration.ZERO, true).findings(Policy.USUAL, List.of(8_000_000L)))
                .isEmpty();
    }

    private static WeighTicket ticket(long grossKg, long tareKg, Duration tareLater, boolean vouched) {
        return new WeighTicket(
                Scale.BUYER,
                "SCS-100-1",
                VALID_TO,
                "豫A12345",
                grossKg * 1_000,
                GROSS_AT,
                tareKg * 1_000,
                GROSS_AT.plus(tareLater),
                vouched);
    }
}
