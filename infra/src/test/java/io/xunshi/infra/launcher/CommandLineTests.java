package io.xunshi.infra.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.infra.launcher.console.Console;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CommandLineTests {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final StringWriter complaint = new StringWriter();
    private final CommandLine commandLine = Launcher.commandLine(
                    new Console(new PrintStream(said, true, StandardCharsets.UTF_8)))
            .setErr(new PrintWriter(complaint));

    @TempDir
    private Path folder;

    @Test
    void anUnknownCommandIsRefused() {
        assertThat(commandLine.execute("upp")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(complaint.toString()).contains("up");
    }

    @Test
    void aPortThatIsNoNumberIsRefused() {
        assertThat(commandLine.execute("up", "--port", "http")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(complaint.toString()).contains("--port");
    }

    @Test
    void aStateFolderWithOtherFilesIsToldInOneLine() throws Exception {
        Files.writeString(folder.resolve("thesis.txt"), "");

        assertThat(commandLine.execute("up", "--state", folder.toString())).isEqualTo(CommandLine.ExitCode.SOFTWARE);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("holds other files")
                .hasLineCount(1);
    }

    @Test
    void statusFailsWhereNothingRuns() {
        assertThat(commandLine.execute("status", "--state", folder.toString()))
                .isEqualTo(CommandLine.ExitCode.SOFTWARE);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("Nothing runs on " + folder);
    }

    @Test
    void downWhereNothingRunsIsNoError() {
        assertThat(commandLine.execute("down", "--state", folder.toString())).isEqualTo(CommandLine.ExitCode.OK);
    }

    @Test
    void resetLeavesAFolderThatIsNoState() throws Exception {
        Path foreign = Files.writeString(folder.resolve("thesis.txt"), "");

        commandLine.execute("reset", "--state", folder.toString());

        assertThat(foreign).exists();
    }
}
