package io.xunshi.platform.pricing.domain;

import io.xunshi.platform.http.FieldFault;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Prices as a spreadsheet gives them: a line <code>day,yuan_per_tonne</code>, and below it a line for each day, <code>
 * 2026-11-02,19850</code>, with up to two decimals.
 *
 * @param rows those that could be read
 * @param faults with the number of the line in the file; at most {@link #MAX_FAULTS}
 */
public record FixingFile(List<NewFixing> rows, List<FieldFault> faults) {
    /** Four years of trading days. */
    public static final int MAX_ROWS = 1_000;

    public static final int MAX_CHARACTERS = 60_000;
    private static final int MAX_FAULTS = 50;
    private static final String HEAD = "day,yuan_per_tonne";
    private static final Pattern PRICE = Pattern.compile("[0-9]{1,10}(?:\\.[0-9]{1,2})?");

    public FixingFile {
        rows = List.copyOf(rows);
        faults = List.copyOf(faults);
    }

    /** Reads all of it, whatever is wrong with it. */
    public static FixingFile read(String text) {
        var lines = text.replaceFirst("^\uFEFF", "").split("\r\n|\n|\r", -1);
        if (!lines[0].strip().equals(HEAD)) {
            return refused("csv", "csv-head");
        }
        var reading = new Reading(new ArrayList<>(), new ArrayList<>(), new HashSet<>());
        for (int i = 1; i < lines.length && reading.faults().size() < MAX_FAULTS; i++) {
            if (!lines[i].isBlank()) {
                reading.line("csv[" + (i + 1) + "]", lines[i].split(",", -1));
            }
        }
        if (reading.rows().size() > MAX_ROWS) {
            return refused("csv", "csv-rows");
        }
        return reading.rows().isEmpty() && reading.faults().isEmpty()
                ? refused("csv", "csv-empty")
                : new FixingFile(reading.rows(), reading.faults());
    }

    private static FixingFile refused(String field, String rule) {
        return new FixingFile(List.of(), List.of(new FieldFault(field, "pricing.field." + rule)));
    }

    private record Reading(List<NewFixing> rows, List<FieldFault> faults, Set<LocalDate> days) {

        void line(String place, String[] cells) {
            if (cells.length != 2) {
                fault(place, "csv-columns");
                return;
            }
            var day = day(cells[0].strip());
            var price = price(cells[1].strip());
            if (day.isEmpty()) {
                fault(place + ".day", "no-day");
            } else if (!days.add(day.get())) {
                fault(place + ".day", "day-twice");
            }
            if (price.isEmpty()) {
                fault(place + ".price", "no-price");
            }
            if (day.isPresent() && price.isPresent()) {
                rows.add(new NewFixing(place, day.get(), price.get()));
            }
        }

        private void fault(String field, String rule) {
            faults.add(new FieldFault(field, "pricing.field." + rule));
        }

        private static Optional<LocalDate> day(String cell) {
            try {
                return Optional.of(LocalDate.parse(cell)).filter(day -> day.getYear() >= 2000 && day.getYear() < 2100);
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        }

        private static Optional<Long> price(String cell) {
            return PRICE.matcher(cell).matches()
                    ? Optional.of(new BigDecimal(cell).movePointRight(2).longValueExact())
                    : Optional.empty();
        }
    }
}
