package io.xunshi.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunshi.infra.server.ServerProcess.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerProcessTests {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    @Test
    void endsWhenItIsClosed() {
        ServerProcess process = shell("echo ready; exec sleep 60");
        process.launch();
        process.awaitReady(() -> says("ready"), LIMIT);
        ProcessHandle server = handle(process);

        process.close();

        assertThat(server.isAlive()).isFalse();
        assertThat(process.isRunning()).isFalse();
        assertThat(process.pid()).isEmpty();
    }

    @Test
    void isKilledWhenItDoesNotEndInItsGrace() {
        ServerProcess process = shell("trap '' TERM; echo ready; while :; do sleep 0.1; done");
        process.launch();
        process.awaitReady(() -> says("ready"), LIMIT);
        ProcessHandle server = handle(process);

        process.close();

        assertThat(server.isAlive()).isFalse();
    }

    @Test
    void endsTogetherWithItsChildren() throws Exception {
        ServerProcess process = shell("sleep 60 & echo $! >child; echo ready; wait");
        process.launch();
        process.awaitReady(() -> says("ready"), LIMIT);
        long child = Long.parseLong(Files.readString(folder.resolve("child")).strip());
        ProcessHandle handle = ProcessHandle.of(child).orElseThrow();

        process.close();

        handle.onExit().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void aProcessThatEndsWhileStartingIsReportedWithTheEndOfItsLog() {
        ServerProcess process = shell("echo the disk is full; exit 3");
        process.launch();

        assertThatThrownBy(() -> process.awaitReady(() -> false, LIMIT))
                .isInstanceOf(ServerFailure.class)
                .hasMessageContaining("sample ended while starting")
                .hasMessageContaining("the disk is full");
    }

    @Test
    void aProcessThatDoesNotAnswerInTimeIsStopped() {
        ServerProcess process = shell("exec sleep 60");
        process.launch();

        assertThatThrownBy(() -> process.awaitReady(() -> false, Duration.ofMillis(200)))
                .isInstanceOf(ServerFailure.class)
                .hasMessageContaining("did not answer");
        assertThat(process.isRunning()).isFalse();
    }

    @Test
    void theExitStatusIsThatOfTheProgram() {
        ServerProcess process = shell("exit 3");
        process.launch();

        assertThat(process.onExit().join()).isEqualTo(3);
    }

    private ServerProcess shell(String script) {
        return new ServerProcess(new Command(
                "sample",
                List.of("bash", "-c", script),
                Map.of(),
                folder,
                folder.resolve("log"),
                folder.resolve("pid"),
                "TERM",
                Duration.ofSeconds(1)));
    }

    private boolean says(String text) {
        try {
            return Files.readString(folder.resolve("log")).contains(text);
        } catch (IOException _) {
            return false;
        }
    }

    private static ProcessHandle handle(ServerProcess process) {
        return ProcessHandle.of(process.pid().orElseThrow()).orElseThrow();
    }
}
