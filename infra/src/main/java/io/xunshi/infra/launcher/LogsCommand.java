package io.xunshi.infra.launcher;

import io.xunshi.infra.launcher.console.Console;
import io.xunshi.infra.launcher.console.LauncherFailure;
import io.xunshi.infra.launcher.state.StateFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "logs", description = "Prints the end of a log, or of every log.")
final class LogsCommand implements Runnable {

    private static final String SUFFIX = ".log";
    private static final int LINES_OF_EACH = 5;

    private final Console console;

    @Mixin
    private StateOption state = new StateOption();

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "The log's name, as in the output of status.")
    private @Nullable String name;

    @Option(
            names = "--lines",
            paramLabel = "N",
            defaultValue = "200",
            description = "How many lines of a named log; ${DEFAULT-VALUE} by default.")
    private int lines;

    LogsCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        StateFolder folder = state.folder();
        try {
            if (name == null) {
                printEach(folder);
            } else {
                printEnd(existing(folder, name), lines);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the logs in " + folder.logs(), e);
        }
    }

    private void printEach(StateFolder folder) throws IOException {
        for (Path log : logs(folder)) {
            console.line("== " + nameOf(log));
            printEnd(log, LINES_OF_EACH);
        }
    }

    private void printEnd(Path log, int count) throws IOException {
        var end = new ArrayDeque<String>();
        try (var reader = new InputStreamReader(Files.newInputStream(log), StandardCharsets.UTF_8);
                var all = new BufferedReader(reader)) {
            all.lines().forEach(line -> {
                if (end.size() == count) {
                    end.removeFirst();
                }
                end.addLast(line);
            });
        }
        end.forEach(console::line);
    }

    private static Path existing(StateFolder folder, String name) throws IOException {
        Path log = folder.log(name);
        if (!Files.isRegularFile(log)) {
            List<String> names = logs(folder).stream().map(LogsCommand::nameOf).toList();
            throw new LauncherFailure("There is no log " + name + "; there are: " + String.join(", ", names));
        }
        return log;
    }

    private static List<Path> logs(StateFolder folder) throws IOException {
        if (!Files.isDirectory(folder.logs())) {
            throw new LauncherFailure("There are no logs in " + folder.path());
        }
        try (Stream<Path> files = Files.list(folder.logs())) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        }
    }

    private static String nameOf(Path log) {
        return log.getFileName().toString().replace(SUFFIX, "");
    }
}
