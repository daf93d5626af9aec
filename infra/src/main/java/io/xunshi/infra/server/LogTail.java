package io.xunshi.infra.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The end of a log, for the message of a failure. */
final class LogTail {

    private static final int LINES_MAX = 20;

    private LogTail() {}

    static String of(Path log) {
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            List<String> end = lines.subList(Math.max(0, lines.size() - LINES_MAX), lines.size());
            return "The end of " + log + ":\n" + String.join("\n", end);
        } catch (IOException _) {
            return "Look into " + log;
        }
    }
}
