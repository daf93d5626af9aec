package io.xunshi.bulkfold;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.transparency.verify.EntryRange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** With the engine itself, on the processors of this machine. */
class BulkFoldTests {
    private static final int SIZE = EntryRange.FULL + 5_000;
    private static final int SMALL = 300;

    @TempDir
    private static Path folder;

    private static PublishedLog log;
    private static PublishedLog small;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeAll
    static void publish() throws IOException {
        log = PublishedLog.write(folder.resolve("site"), SIZE);
        small = PublishedLog.write(folder.resolve("small-site"), SMALL);
    }

    @Test
    void theFoldOfManyRangesIsTheServicesByteForByte() throws IOException {
        var kept = folder.resolve("kept");

        assertThat(fold("site", "--keep", kept.toString())).isZero();

        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains(SIZE + " records in 2 ranges", "equal      byte for byte", "1 releases of prices");
        for (var path : new String[] {log.figuresPath(), PublishedLog.pricesPath()}) {
            assertThat(kept.resolve(path)).hasSameBinaryContentAs(log.file(path));
        }
    }

    @Test
    void figuresThatTheLogDoesNotGiveAreFound() throws IOException {
        assertThat(withAFlippedBit(small.figuresPath())).isOne();
    }

    @Test
    void aFlippedBitInATileIsFoundAndNamed() throws IOException {
        assertThat(withAFlippedBit("log/tile/entries/000")).isOne();

        assertThat(said.toString(StandardCharsets.UTF_8)).contains("is NOT what its log gives", "/000 ");
    }

    @Test
    void whatCannotBeReadIsNotJudged() throws IOException {
        var tile = small.file("log/tile/entries/000");
        var content = Files.readAllBytes(tile);
        Files.delete(tile);
        try {
            assertThat(fold("small-site")).isEqualTo(2);
        } finally {
            Files.write(tile, content);
        }

        assertThat(said.toString(StandardCharsets.UTF_8)).contains("tile/entries/000 is not in the folder");
    }

    private int withAFlippedBit(String path) throws IOException {
        var file = small.file(path);
        var content = Files.readAllBytes(file);
        var flipped = content.clone();
        flipped[flipped.length / 2] ^= 1;
        Files.write(file, flipped);
        try {
            return fold("small-site");
        } finally {
            Files.write(file, content);
        }
    }

    private int fold(String site, String... options) {
        var arguments = Stream.concat(Stream.of(folder.resolve(site).toString()), Stream.of(options));
        try (var out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            return new CommandLine(new BulkFold(out)).execute(arguments.toArray(String[]::new));
        }
    }
}
