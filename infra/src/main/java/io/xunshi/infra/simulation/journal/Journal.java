package io.xunshi.infra.simulation.journal;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Values of one type in one file, a line of JSON each, oldest first. An append is one write to the file: it outlives
 * the process, even a killed one, though not a power cut.
 */
public final class Journal<T> implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(Include.NON_NULL))
            .build();

    /** A stream and not a channel, which an interrupted thread would close for all. */
    private final OutputStream file;

    private Journal(OutputStream file) {
        this.file = file;
    }

    /**
     * Opens the file, which is made where there is none.
     *
     * @param onValue is told of each value that the file holds
     */
    public static <T> Journal<T> open(Path path, Class<T> type, Consumer<? super T> onValue) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Path file = path.toAbsolutePath();
            dropUnfinishedLine(file);
            replay(file, type, onValue);
            return new Journal<>(new FileOutputStream(file.toFile(), true));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open " + path, e);
        }
    }

    public synchronized void append(T value) {
        try {
            file.write((JSON.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write what happened", e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A killed process may leave a part of a line at the end; what it would have said did not happen. */
    private static void dropUnfinishedLine(Path path) throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "rw")) {
            long length = file.length();
            while (length > 0 && byteAt(file, length - 1) != '\n') {
                length--;
            }
            file.setLength(length);
        }
    }

    private static int byteAt(RandomAccessFile file, long position) throws IOException {
        file.seek(position);
        return file.read();
    }

    private static <T> void replay(Path path, Class<T> type, Consumer<? super T> onValue) throws IOException {
        try (Stream<String> lines = Files.lines(path)) {
            lines.map(line -> JSON.readValue(line, type)).forEach(onValue);
        } catch (JacksonException e) {
            throw new IOException(path + " is damaged", e);
        }
    }
}
