package io.xunshi.infra.launcher;

import io.xunshi.infra.server.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The launcher in a process of its own, as {@code ./xunshi} runs it. */
record RunningLauncher(Process process, Path output) {

    static RunningLauncher start(FakeProject project, Map<String, String> environment, String... arguments)
            throws IOException {
        Path output = Files.createTempFile(project.folder(), "output", ".txt");
        var line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-D" + ProjectFolder.PROPERTY + "=" + project.folder(),
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName()));
        line.addAll(List.of(arguments));
        var builder = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("XUNSHI_"));
        builder.environment().putAll(environment);
        return new RunningLauncher(builder.start(), output);
    }

    /** Waits for its end and returns what it said. */
    String awaitEnd() throws IOException, InterruptedException {
        process.waitFor();
        return said();
    }

    /** What it has said up to now. */
    String said() throws IOException {
        return Files.readString(output);
    }
}
