package io.xunshi.infra.launcher.run;

import io.xunshi.infra.launcher.build.Programs;
import io.xunshi.infra.launcher.build.Programs.Program;
import io.xunshi.infra.launcher.build.Tool;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs the program that folds a log in bulk, on this machine's processors. */
public final class BulkFold {

    /** Spark still uses what Java 25 warns of. */
    private static final List<String> JVM_OPTIONS = List.of(
            "-Xmx2g",
            "-XX:+UseParallelGC",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dstdout.encoding=UTF-8");

    private final Programs programs;
    private final Path folder;

    /** @param folder where the program is put */
    public BulkFold(Programs programs, Path folder) {
        this.programs = programs;
        this.folder = folder;
    }

    /** Runs it with our output as its output, and returns its exit status. */
    public int run(List<String> arguments) {
        return tool(arguments).runVisibly();
    }

    /** Runs it with its output in a file, and returns its exit status. */
    public int runInto(Path log, List<String> arguments) {
        return tool(arguments).runInto(log);
    }

    private Tool tool(List<String> arguments) {
        var jar = programs.install(Program.BULK_FOLD, folder);
        var line = new ArrayList<String>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(JVM_OPTIONS);
        line.addAll(List.of("-jar", jar.toString()));
        line.addAll(arguments);
        return new Tool(line, jar.resolveSibling(""), Map.of());
    }
}
