package io.xunshi.platform.audit;

import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of an answer. Names things and organisations, never people.
 *
 * @param code what people read aloud
 * @param subject the trade by whose id its records in the log are found; null where it has none
 * @param organisation whose it is; null where that says nothing
 * @param facts by name: grams, fen, days, codes of states
 */
public record Finding(
        String code, @Nullable UUID subject, @Nullable UUID organisation, Instant at, SortedMap<String, String> facts) {

    public Finding {
        facts = new TreeMap<>(facts);
    }
}
