package io.xunshi.platform.search.domain;

import io.xunshi.platform.kernel.KernelProblem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The place after a result: what the order looks at, then the id. It is bound to its query by a checksum against
 * mistakes; it needs no signature, because whoever forges one only begins at another place of a public list.
 *
 * @param numbers score, time in milliseconds, fen or metres, as the order has it; whole ones are {@link Long}
 */
public record SearchCursor(List<Number> numbers, UUID id) {
    private static final String SEPARATOR = "_";

    public SearchCursor {
        numbers = List.copyOf(numbers);
    }

    /** Opaque text for the caller to hand back with the same query. */
    public String encode(PagedQuery query) {
        var parts = new ArrayList<String>();
        parts.add(Long.toHexString(query.fingerprint()));
        numbers.forEach(number -> parts.add(number.toString()));
        parts.add(id.toString());
        var plain = String.join(SEPARATOR, parts);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads what {@link #encode} wrote; null stays null, the first page.
     *
     * @throws io.xunshi.platform.kernel.ProblemException {@link KernelProblem#BAD_CURSOR} for anything else, the cursor
     *     of another query among it
     */
    public static @Nullable SearchCursor decode(@Nullable String encoded, PagedQuery query) {
        if (encoded == null) {
            return null;
        }
        try {
            var plain = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
            return read(plain.split(SEPARATOR, -1), query);
        } catch (IllegalArgumentException e) {
            throw KernelProblem.BAD_CURSOR.raise();
        }
    }

    private static SearchCursor read(String[] parts, PagedQuery query) {
        var last = parts.length - 1;
        if (last != query.numbersInPosition() + 1 || Long.parseLong(parts[0], 16) != query.fingerprint()) {
            throw new IllegalArgumentException("The cursor of another query");
        }
        var numbers = new ArrayList<Number>();
        for (int i = 1; i < last; i++) {
            numbers.add(number(parts[i]));
        }
        return new SearchCursor(numbers, UUID.fromString(parts[last]));
    }

    private static Number number(String text) {
        if (text.matches("-?[0-9]+")) {
            return Long.parseLong(text);
        }
        var number = Double.parseDouble(text);
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("No place in a list: " + text);
        }
        return number;
    }
}
