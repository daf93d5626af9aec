package io.xunshi.infra.simulation.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTests {

    private record Entry(String text, int number) {}

    private final Path file;

    JournalTests(@TempDir Path folder) {
        this.file = folder.resolve("below/journal.jsonl");
    }

    @BeforeEach
    void writeTwo() {
        try (var journal = open(new ArrayList<>())) {
            journal.append(new Entry("一\n二", 1));
            journal.append(new Entry("三", 2));
        }
    }

    @Test
    void whatWasWrittenIsReadInItsOrder() {
        assertThat(read()).containsExactly(new Entry("一\n二", 1), new Entry("三", 2));
    }

    @Test
    void itGoesOnWhereItEnded() {
        try (var journal = open(new ArrayList<>())) {
            journal.append(new Entry("四", 3));
        }

        assertThat(read()).extracting(Entry::number).containsExactly(1, 2, 3);
    }

    @Test
    void theHalfOfALineThatAKilledProcessLeftIsDropped() throws Exception {
        Files.writeString(file, "{\"text\":\"五", StandardOpenOption.APPEND);

        itGoesOnWhereItEnded();
    }

    @Test
    void damageInTheMiddleIsNotPassedOver() throws Exception {
        Files.writeString(file, "no JSON\n{\"text\":\"六\",\"number\":6}\n", StandardOpenOption.APPEND);

        assertThatThrownBy(this::read).isInstanceOf(UncheckedIOException.class);
    }

    private List<Entry> read() {
        var entries = new ArrayList<Entry>();
        open(entries).close();
        return entries;
    }

    private Journal<Entry> open(List<Entry> entries) {
        return Journal.open(file, Entry.class, entries::add);
    }
}
