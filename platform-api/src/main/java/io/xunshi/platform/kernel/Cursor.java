package io.xunshi.platform.kernel;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The place in a list that is ordered by time and then by id: keyset paging, so items that come or go meanwhile are
 * neither repeated nor skipped.
 */
public record Cursor(Instant at, UUID id) {

    /** Opaque text for the caller to hand back. */
    public String encode() {
        var plain = "%d.%d.%s".formatted(at.getEpochSecond(), at.getNano(), id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads what {@link #encode} wrote; null stays null, the first page.
     *
     * @throws ProblemException {@link KernelProblem#BAD_CURSOR} for anything else
     */
    public static @Nullable Cursor decode(@Nullable String encoded) {
        if (encoded == null) {
            return null;
        }
        try {
            var parts = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8).split("\\.", -1);
            return new Cursor(
                    Instant.ofEpochSecond(Long.parseLong(parts[0]), Long.parseLong(parts[1])),
                    UUID.fromString(parts[2]));
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
            throw KernelProblem.BAD_CURSOR.raise();
        }
    }
}
