package io.xunshi.platform.fulfilment;

import io.xunshi.platform.Officials;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.exchange.Yard;
import io.xunshi.platform.identity.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.r2dbc.core.DatabaseClient;

/** Signed deals over 20 t whose price the buyer calls, each over a series of its own. */
public final class OnCall {
    static final LocalDate DEADLINE = Yard.TODAY.plusDays(30);
    static final long TONNE = 1_000_000;

    private static final AtomicInteger NEXT = new AtomicInteger();

    private OnCall() {}

    /** At 90 % of the reference and 100 yuan, in parts of at least 5 t, from 2 November on. */
    public static Haul signed(DatabaseClient database, int port) {
        var series = "C" + NEXT.incrementAndGet() + "L";
        var officer = Officials.with(database, port, Role.ADMINISTRATOR);
        open(officer, series);
        fix(officer, series, "2026-11-02", 2_000_000);
        fix(officer, series, "2026-11-03", 2_010_000);
        fix(officer, series, "2026-11-04", 2_050_000);
        var lot = Yard.lot(20_000);
        lot.put("price", Map.of("amount", 10_000, "currency", "CNY"));
        lot.put("formula", formula(series));
        return Haul.signed(database, port, lot);
    }

    private static Map<String, Object> formula(String series) {
        return Map.of(
                "kind",
                "INDEXED",
                "references",
                List.of(Map.of("series", series, "coefficientBp", 9_000, "period", period())),
                "premiumFenPerTonne",
                0,
                "penalties",
                List.of());
    }

    private static Map<String, Object> period() {
        return Map.of(
                "kind",
                "CALLED",
                "by",
                "BUYER",
                "from",
                "2026-11-02",
                "deadline",
                DEADLINE.toString(),
                "grams",
                20 * TONNE,
                "smallestGrams",
                5 * TONNE);
    }

    private static void open(Visitor officer, String series) {
        officer.post(
                        "/api/v1/reference-series",
                        Map.of(
                                "code", series,
                                "calendar", "SHFE",
                                "nameZh", "点价",
                                "nameEn", "On call",
                                "source", "上海期货交易所"))
                .expectStatus()
                .isCreated();
    }

    private static void fix(Visitor officer, String series, String day, long fen) {
        officer.post(
                        "/api/v1/reference-series/" + series + "/fixings",
                        Map.of("day", day, "fenPerTonne", fen, "note", "交易所网站", "confirmed", true))
                .expectStatus()
                .isCreated();
    }
}
