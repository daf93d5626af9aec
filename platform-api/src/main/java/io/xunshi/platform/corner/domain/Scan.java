package io.xunshi.platform.corner.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the till is told of a scan.
 *
 * @param copyCode what the copy's label says or would say
 * @param credits what the scan brought the reader; negative where it cost something
 * @param undone it was taken back
 * @param reader how the reader stands now; null for a scan without a card
 */
public record Scan(
        UUID id,
        MovementKind kind,
        String isbn,
        String title,
        String authors,
        String copyCode,
        Condition condition,
        @Nullable LocalDate dueOn,
        int credits,
        boolean undone,
        @Nullable Standing reader) {

    /** @param cardCode of the card in use */
    public record Standing(String cardCode, int credits, int booksOut) {}
}
