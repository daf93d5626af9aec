package io.xunshi.platform.interest.domain;

import io.xunshi.platform.interest.domain.Interests.Liking;
import io.xunshi.platform.interest.domain.Interests.Source;
import io.xunshi.platform.kernel.KernelProblem;
import io.xunshi.platform.search.RankedListings.Position;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a feed goes on, and what it was made of: all of its pages are of one moment and one set of interests, whatever
 * the reader looks at meanwhile. Not signed; whoever forges one gets a public list in another order.
 */
public record FeedCursor(Instant asOf, Interests interests, Position after) {
    private static final String SEPARATOR = "|";
    private static final int PARTS = 6;
    private static final long MOMENT_MAX = Instant.parse("2200-01-01T00:00:00Z").toEpochMilli();

    /** Opaque text for the caller to hand back. */
    public String encode() {
        var plain = Stream.of(
                        String.valueOf(asOf.toEpochMilli()),
                        Objects.requireNonNullElse(interests.district(), ""),
                        interests.categories().stream().map(FeedCursor::text).collect(Collectors.joining(",")),
                        String.valueOf(after.points()),
                        String.valueOf(after.publishedAt().toEpochMilli()),
                        after.id().toString())
                .collect(Collectors.joining(SEPARATOR));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads what {@link #encode} wrote; null stays null, the first page.
     *
     * @throws io.xunshi.platform.kernel.ProblemException {@link KernelProblem#BAD_CURSOR} for anything else
     */
    public static @Nullable FeedCursor decode(@Nullable String encoded) {
        if (encoded == null) {
            return null;
        }
        try {
            var plain = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
            return read(plain.split("\\|", -1));
        } catch (IllegalArgumentException e) {
            throw KernelProblem.BAD_CURSOR.raise();
        }
    }

    private static FeedCursor read(String[] parts) {
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("No cursor of a feed");
        }
        return new FeedCursor(
                moment(parts[0]),
                new Interests(parts[1].isEmpty() ? null : parts[1], likings(parts[2])),
                new Position(Integer.parseUnsignedInt(parts[3]), moment(parts[4]), UUID.fromString(parts[5])));
    }

    private static Instant moment(String text) {
        var millis = Long.parseLong(text);
        if (millis < 0 || millis > MOMENT_MAX) {
            throw new IllegalArgumentException("Nothing was published then: " + text);
        }
        return Instant.ofEpochMilli(millis);
    }

    private static List<Liking> likings(String text) {
        return Stream.of(text.split(","))
                .filter(one -> !one.isEmpty())
                .limit(Interests.CATEGORIES_MAX)
                .map(FeedCursor::liking)
                .toList();
    }

    private static String text(Liking liking) {
        return liking.category() + ":" + liking.source();
    }

    private static Liking liking(String text) {
        var colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("No kind of goods: " + text);
        }
        return new Liking(text.substring(0, colon), Source.valueOf(text.substring(colon + 1)));
    }
}
