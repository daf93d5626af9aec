package io.xunshi.analysis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** A text resource of this plugin: UTF-8, one entry a line, <code>#</code> begins a comment. */
final class WordList {
    private WordList() {}

    /** Single words, of which several may stand on one line. */
    static List<String> words(String resource) {
        return read(resource).stream()
                .flatMap(line -> Arrays.stream(line.split("\\s+")))
                .toList();
    }

    /** The entries, folded as every text is. */
    static List<String> read(String resource) {
        var stream = Objects.requireNonNull(WordList.class.getResourceAsStream(resource), resource);
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .map(CharacterFolding::fold)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
    }
}
