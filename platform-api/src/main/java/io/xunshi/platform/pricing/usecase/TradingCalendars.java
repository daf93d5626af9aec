package io.xunshi.platform.pricing.usecase;

import io.xunshi.platform.pricing.TradingCalendar;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.stereotype.Component;

/**
 * The exchanges' calendars, as they are announced for each year; read once from <code>exchange_closed_days.csv</code>.
 */
@Component
class TradingCalendars {
    private static final String FILE = "/reference/exchange_closed_days.csv";
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    private final Map<String, TradingCalendar> byCode = read();

    /** Empty for an exchange that is not in the file. */
    Optional<TradingCalendar> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** @throws IllegalStateException for a code that no series could have been entered with */
    TradingCalendar of(String code) {
        return find(code).orElseThrow(() -> new IllegalStateException("No calendar " + code));
    }

    private static Map<String, TradingCalendar> read() {
        var closed = new HashMap<String, Set<LocalDate>>();
        try (var stream = Objects.requireNonNull(TradingCalendars.class.getResourceAsStream(FILE), FILE);
                var text = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            FORMAT.parse(text)
                    .forEach(holiday -> closed.computeIfAbsent(holiday.get("calendar"), code -> new HashSet<>())
                            .addAll(days(holiday).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
        var calendars = new HashMap<String, TradingCalendar>();
        closed.forEach((code, days) -> calendars.put(code, new TradingCalendar(days)));
        return Map.copyOf(calendars);
    }

    private static Stream<LocalDate> days(CSVRecord holiday) {
        return LocalDate.parse(holiday.get("from"))
                .datesUntil(LocalDate.parse(holiday.get("to")).plusDays(1));
    }
}
