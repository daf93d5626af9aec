package io.xunshi.platform.trace;

import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;

/** What of a trade stands in the log or waits to be sealed, as the bytes say it. */
public final class LogEntries {

    private LogEntries() {}

    /** @param trade the id that its records are found by: of a deal, an auction, a tender */
    public static List<String> of(DatabaseClient database, String trade) {
        return database.sql("select convert_from(bytes, 'UTF8') as record from trace.entry where order_id = :id")
                .bind("id", UUID.fromString(trade))
                .map(row -> String.valueOf(row.get("record", String.class)))
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow();
    }
}
