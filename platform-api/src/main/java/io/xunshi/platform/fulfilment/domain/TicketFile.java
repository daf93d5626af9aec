package io.xunshi.platform.fulfilment.domain;

import io.xunshi.platform.kernel.CityTime;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Weigh tickets as a weighbridge's programme writes them: a line <code>
 * load,plate,device,gross_kg,gross_at,tare_kg,tare_at</code>, and below it a line for each ticket, <code>
 * 1,豫A12345,DB-01,32460,2026-11-27T08:30,12180,2026-11-27T09:05</code>. Times are the city's, weights have up to three
 * decimals, a load is named by its number within the deal.
 *
 * @param rows those that could be read
 * @param faults with the number of the line in the file; at most {@link #FAULTS_MAX}
 */
public record TicketFile(List<Row> rows, List<Fault> faults) {
    public static final int ROWS_MAX = 200;
    public static final int CHARACTERS_MAX = 30_000;
    static final int FAULTS_MAX = 50;

    private static final String HEAD = "load,plate,device,gross_kg,gross_at,tare_kg,tare_at";
    private static final int COLUMNS = 7;
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,3}");
    private static final Pattern KILOGRAMS = Pattern.compile("[0-9]{1,7}(?:\\.[0-9]{1,3})?");

    public TicketFile {
        rows = List.copyOf(rows);
        faults = List.copyOf(faults);
    }

    /** Reads all of it, whatever is wrong with it. */
    public static TicketFile read(String text) {
        var lines = text.replaceFirst("^\uFEFF", "").split("\r\n|\n|\r", -1);
        if (!lines[0].strip().equals(HEAD)) {
            return refused("csv-head");
        }
        var reading = new Reading(new ArrayList<>(), new ArrayList<>());
        for (int i = 1; i < lines.length && reading.faults().size() < FAULTS_MAX; i++) {
            if (!lines[i].isBlank()) {
                reading.line("csv[" + (i + 1) + "]", lines[i].split(",", -1));
            }
        }
        if (reading.rows().size() > ROWS_MAX) {
            return refused("csv-rows");
        }
        return reading.rows().isEmpty() && reading.faults().isEmpty()
                ? refused("csv-empty")
                : new TicketFile(reading.rows(), reading.faults());
    }

    private static TicketFile refused(String rule) {
        return new TicketFile(List.of(), List.of(new Fault("csv", rule)));
    }

    /**
     * A ticket.
     *
     * @param place of the row in the file, <code>csv[2]</code>
     * @param load its number
     */
    public record Row(
            String place,
            int load,
            String plate,
            String device,
            long grossGrams,
            Instant grossAt,
            long tareGrams,
            Instant tareAt) {}

    /** @param rule without the module's prefix */
    public record Fault(String place, String rule) {}

    private record Reading(List<Row> rows, List<Fault> faults) {

        void line(String place, String[] cells) {
            if (cells.length != COLUMNS) {
                faults.add(new Fault(place, "csv-columns"));
                return;
            }
            var before = faults.size();
            var load = matching(NUMBER, cells[0], place + ".load", "csv-load").map(Integer::valueOf);
            var gross = kilograms(cells[3], place + ".gross_kg");
            var grossAt = time(cells[4], place + ".gross_at");
            var tare = kilograms(cells[5], place + ".tare_kg");
            var tareAt = time(cells[6], place + ".tare_at");
            if (faults.size() == before) {
                rows.add(new Row(
                        place,
                        load.orElseThrow(),
                        cells[1].strip(),
                        cells[2].strip(),
                        gross.orElseThrow(),
                        grossAt.orElseThrow(),
                        tare.orElseThrow(),
                        tareAt.orElseThrow()));
            }
        }

        private Optional<Long> kilograms(String cell, String place) {
            return matching(KILOGRAMS, cell, place, "csv-weight")
                    .map(text -> new BigDecimal(text).movePointRight(3).longValueExact());
        }

        private Optional<String> matching(Pattern pattern, String cell, String place, String rule) {
            var found = Optional.of(cell.strip())
                    .filter(text -> pattern.matcher(text).matches());
            if (found.isEmpty()) {
                faults.add(new Fault(place, rule));
            }
            return found;
        }

        private Optional<Instant> time(String cell, String place) {
            try {
                return Optional.of(
                        LocalDateTime.parse(cell.strip()).atZone(CityTime.ZONE).toInstant());
            } catch (DateTimeException e) {
                faults.add(new Fault(place, "csv-time"));
                return Optional.empty();
            }
        }
    }
}
