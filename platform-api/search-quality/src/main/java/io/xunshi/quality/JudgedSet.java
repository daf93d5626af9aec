package io.xunshi.quality;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The set as it stands in the folder <code>set</code>, whose README says how it was judged.
 *
 * @param grades by query and listing, from 1 to 3; what is not there is worth nothing
 */
record JudgedSet(List<JudgedListing> listings, List<JudgedQuery> queries, Map<String, Map<String, Integer>> grades) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static JudgedSet load() {
        return new JudgedSet(
                all("listings.jsonl", JudgedListing.class),
                all("queries.jsonl", JudgedQuery.class),
                lines("judgements.txt").stream()
                        .map(line -> line.split(" "))
                        .collect(groupingBy(
                                fields -> fields[0],
                                toMap(fields -> fields[2], fields -> Integer.valueOf(fields[3])))));
    }

    /** What each listing is worth to whoever typed this. */
    Map<String, Integer> gradesOf(JudgedQuery query) {
        return grades.getOrDefault(query.id(), Map.of());
    }

    static List<String> lines(String file) {
        var stream = Objects.requireNonNull(JudgedSet.class.getResourceAsStream("/set/" + file), file);
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> List<T> all(String file, Class<T> type) {
        return lines(file).stream().map(line -> JSON.readValue(line, type)).toList();
    }
}
