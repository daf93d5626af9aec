package io.xunshi.platform.catalog.usecase;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** A CSV file with a header line on the class path, below <code>/reference</code>. */
final class ReferenceFile {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    private ReferenceFile() {}

    static List<CSVRecord> read(String name) {
        var file = "/reference/" + name;
        try (var stream = Objects.requireNonNull(ReferenceFile.class.getResourceAsStream(file), file);
                var text = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            return FORMAT.parse(text).getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
