package io.xunshi.infra.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The memory of processes as Linux tells it, each shared page counted in parts. */
final class Memory {

    private static final long BYTES_PER_KIBIBYTE = 1024;
    private static final int KIBIBYTES_PER_MEBIBYTE = 1024;

    private Memory() {}

    /** Of one process, such as {@code 512 MB}; empty where the system does not tell. */
    static String of(long pid) {
        return text(kibibytes(pid));
    }

    /** Of one process and all that it started, in bytes; 0 where the system does not tell. */
    static long bytes(long pid) {
        return LongStream.concat(
                                LongStream.of(pid),
                                ProcessHandle.of(pid).stream()
                                        .flatMap(ProcessHandle::descendants)
                                        .mapToLong(ProcessHandle::pid))
                        .map(Memory::kibibytes)
                        .sum()
                * BYTES_PER_KIBIBYTE;
    }

    /** Of a process and all that it started. */
    static String ofAllFrom(long pid) {
        return text(LongStream.concat(
                        LongStream.of(pid),
                        ProcessHandle.of(pid).stream()
                                .flatMap(ProcessHandle::descendants)
                                .mapToLong(ProcessHandle::pid))
                .map(Memory::kibibytes)
                .sum());
    }

    private static String text(long kibibytes) {
        return kibibytes == 0 ? "" : kibibytes / KIBIBYTES_PER_MEBIBYTE + " MB";
    }

    private static long kibibytes(long pid) {
        Path shares = Path.of("/proc", String.valueOf(pid), "smaps_rollup");
        try (Stream<String> lines = Files.lines(shares)) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException | UncheckedIOException _) {
            return 0;
        }
    }
}
