package io.xunshi.sample;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * A kind of thing that people part with.
 *
 * @param drawing a file of <code>pictures/</code> without its ending
 * @param category a leaf of the catalogue
 * @param lowYuan what a worn one costs
 * @param highYuan what a new one costs
 * @param titles how people call theirs
 * @param facts what they say of it
 */
record Good(String drawing, String category, int lowYuan, int highYuan, List<String> titles, List<String> facts) {

    /** All of them, in the order of <code>goods.csv</code>. */
    static List<Good> all() {
        var file = Objects.requireNonNull(Good.class.getResourceAsStream("/goods.csv"), "goods.csv");
        try (var reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            return CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get().parse(reader).stream()
                    .map(Good::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Good of(CSVRecord row) {
        return new Good(
                row.get("drawing"),
                row.get("category"),
                Integer.parseInt(row.get("lowYuan")),
                Integer.parseInt(row.get("highYuan")),
                List.of(row.get("titles").split("\\|")),
                List.of(row.get("facts").split("\\|")));
    }
}
