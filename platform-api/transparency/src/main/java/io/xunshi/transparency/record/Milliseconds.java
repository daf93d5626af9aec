package io.xunshi.transparency.record;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Instants as records have them: <code>2026-11-23T04:00:00.000Z</code>, and in no other way. */
final class Milliseconds {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneId.of("UTC"));
    private static final String SHAPE = "0000-00-00T00:00:00.000Z";
    private static final int NANOS = 1_000_000;

    private Milliseconds() {}

    static String write(Instant at) {
        return FORMAT.format(at);
    }

    /** @throws DateTimeException where it is written otherwise */
    static Instant read(String text) {
        requireShape(text);
        var year = number(text, 0, 4);
        if (year == 0) {
            throw new DateTimeException("There is no year 0");
        }
        var day = LocalDate.of(year, number(text, 5, 7), number(text, 8, 10));
        var time = LocalTime.of(
                number(text, 11, 13), number(text, 14, 16), number(text, 17, 19), number(text, 20, 23) * NANOS);
        return Instant.ofEpochSecond(day.toEpochSecond(time, ZoneOffset.UTC), time.getNano());
    }

    private static void requireShape(String text) {
        if (text.length() != SHAPE.length()) {
            throw new DateTimeException("Not an instant: " + text);
        }
        for (int i = 0; i < SHAPE.length(); i++) {
            var wanted = SHAPE.charAt(i);
            var found = text.charAt(i);
            if (wanted == '0' ? found < '0' || found > '9' : found != wanted) {
                throw new DateTimeException("Not an instant: " + text);
            }
        }
    }

    private static int number(String text, int from, int to) {
        var number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
