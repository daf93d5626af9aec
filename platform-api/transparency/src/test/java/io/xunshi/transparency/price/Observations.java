package io.xunshi.transparency.price;

import io.xunshi.transparency.record.LogRecord;
import io.xunshi.transparency.record.PriceLevel;
import io.xunshi.transparency.record.PriceObservation;
import io.xunshi.transparency.record.PriceRecord.Committed;
import io.xunshi.transparency.record.PriceRecord.WeekClosed;
import io.xunshi.transparency.record.PriceWeek;
import io.xunshi.transparency.record.Vintage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Weeks of observations made for tests. */
public final class Observations {
    public static final PriceWeek WEEK = new PriceWeek(LocalDate.of(2026, 11, 16));

    private Observations() {}

    /** Of firms of their own, at the handbook's prices. */
    static PriceObservation observation(int number) {
        return new PriceObservation(
                WEEK,
                "NF-AL-TWI",
                "NF-AL",
                "ZZ-GY",
                (20L + number) * 1_000_000,
                1_730_000 + number * 1_000L,
                "group-s" + number,
                "group-b" + number,
                Map.of("sameControl", "no"));
    }

    static byte[] secretOf(int number) {
        var secret = new byte[32];
        secret[0] = (byte) number;
        return secret;
    }

    /** Seven that are committed to, of which six are revealed. */
    public static List<LogRecord> week() {
        var records = new ArrayList<LogRecord>();
        for (int number = 0; number < 7; number++) {
            records.add(new Committed(WEEK, observation(number).commitment(secretOf(number))));
        }
        records.sort(Comparator.comparing(record -> ((Committed) record).commitment()));
        for (int number = 0; number < 6; number++) {
            records.add(observation(number)
                    .revealed(secretOf(number), Vintage.P, PriceLevel.AREA, "s" + number, "b" + number));
        }
        records.add(new WeekClosed(WEEK, Vintage.P, 7, new TreeMap<>(Map.of("NOT_PAID", "1-2")), "0"));
        return records;
    }
}
