package io.xunshi.infra.launcher.bench;

import io.xunshi.infra.launcher.console.LauncherFailure;
import io.xunshi.infra.launcher.state.RunRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** What platform-api's heap holds, asked with the JDK's own tool. */
final class Heap {
    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final long BYTES_OF_A_KILOBYTE = 1024;

    private Heap() {}

    /** In bytes, without what nobody refers to any more. */
    static long usedAfterCollection(Stage stage) throws IOException {
        long process = processOf(stage);
        ask(process, "GC.run");
        var used = USED.matcher(ask(process, "GC.heap_info"));
        if (!used.find()) {
            throw new LauncherFailure("The heap's size is not told");
        }
        return Long.parseLong(used.group(1)) * BYTES_OF_A_KILOBYTE;
    }

    private static long processOf(Stage stage) {
        return stage.state().runRecord().map(RunRecord::parts).stream()
                .flatMap(List::stream)
                .filter(part -> part.name().equals("platform-api"))
                .map(part -> Objects.requireNonNull(part.process()).pid())
                .findFirst()
                .orElseThrow();
    }

    private static String ask(long process, String what) throws IOException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var asked = new ProcessBuilder(jcmd, String.valueOf(process), what)
                .redirectErrorStream(true)
                .start();
        try (var said = asked.getInputStream()) {
            return new String(said.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
