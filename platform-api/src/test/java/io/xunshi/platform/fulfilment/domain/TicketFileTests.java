package io.xunshi.platform.fulfilment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.fulfilment.domain.TicketFile.Fault;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Files of weigh tickets, and what is wrong with them. */
class TicketFileTests {
    private static final String HEAD = "load,plate,device,gross_kg,gross_at,tare_kg,tare_at";

    @Test
    void aRowIsATicketInGramsAndTheCitysTime() {
        var file = TicketFile.read(
                "\uFEFF" + HEAD + "\r\n1,豫A12345,DB-01,32460.5,2026-11-27T08:30,12180,2026-11-27T09:05\r\n");

        assertThat(file.faults()).isEmpty();
        assertThat(file.rows())
                .containsExactly(new TicketFile.Row(
                        "csv[2]",
                        1,
                        "豫A12345",
                        "DB-01",
                        32_460_500,
                        Instant.parse("2026-11-27T00:30:00Z"),
                        12_180_000,
                        Instant.parse("2026-11-27T01:05:00Z")));
    }

    @Test
    void everyFaultIsNamedWithItsRowAndColumn() {
        var file = TicketFile.read(HEAD + "\n0,豫A12345,DB-01,3e4,昨天,-1,2026-11-27T09:05\n1,2\n");

        assertThat(file.faults())
                .containsExactly(
                        new Fault("csv[2].load", "csv-load"),
                        new Fault("csv[2].gross_kg", "csv-weight"),
                        new Fault("csv[2].gross_at", "csv-time"),
                        new Fault("csv[2].tare_kg", "csv-weight"),
                        new Fault("csv[3]", "csv-columns"));
    }

    @Test
    void aFileWithoutHeadOrTicketsOrWithTooManyIsRefusedAsAWhole() {
        var row = "\n1,豫A12345,DB-01,32460,2026-11-27T08:30,12180,2026-11-27T09:05";

        assertThat(TicketFile.read("车次,车牌").faults()).containsExactly(new Fault("csv", "csv-head"));
        assertThat(TicketFile.read(HEAD + "\n").faults()).containsExactly(new Fault("csv", "csv-empty"));
        assertThat(TicketFile.read(HEAD + row.repeat(TicketFile.ROWS_MAX)).rows())
                .hasSize(TicketFile.ROWS_MAX);
        assertThat(TicketFile.read(HEAD + row.repeat(TicketFile.ROWS_MAX + 1)).faults())
                .containsExactly(new Fault("csv", "csv-rows"));
    }
}
