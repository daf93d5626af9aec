package io.xunshi.platform.pricing.web;

import io.xunshi.platform.http.FieldFault;
import java.time.LocalDate;
import java.util.List;

/** Days that a price can be of: the database's end before Java's. */
final class Days {
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2100, 1, 1);

    private Days() {}

    static LocalDate within(String field, LocalDate day) {
        if (day.isBefore(FIRST) || !day.isBefore(LAST)) {
            throw FieldFault.refuse(List.of(new FieldFault(field, "pricing.field.no-day")));
        }
        return day;
    }
}
