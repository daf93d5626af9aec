package io.xunshi.infra.launcher;

import static io.xunshi.infra.launcher.LauncherFixture.await;
import static io.xunshi.infra.server.ServerKind.ELASTICSEARCH;
import static io.xunshi.infra.server.ServerKind.OBJECT_STORE;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.infra.junit.TestServers;
import io.xunshi.infra.junit.WithServers;
import io.xunshi.infra.launcher.state.RunRecord;
import io.xunshi.infra.server.Variables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the launcher starts and ends; it starts PostgreSQL and Redis itself and is given the slower servers. */
@WithServers({ELASTICSEARCH, OBJECT_STORE})
class LauncherIT {

    private final LauncherFixture launcher;

    LauncherIT(TestServers servers, @TempDir Path folder) throws IOException {
        this.launcher = new LauncherFixture(servers, folder);
    }

    @AfterEach
    void stop() throws Exception {
        launcher.say("down");
        launcher.removeProject();
    }

    @Test
    void startsInTheBackgroundStopsAndResumes() throws Exception {
        assertThat(launcher.upDetached())
                .contains(
                        "✓ postgres",
                        "✓ providers",
                        "✓ witnesses",
                        "✓ sample data",
                        "✓ platform-api",
                        "Xunshi is up: " + launcher.url())
                .contains("resident@example.org");
        List<ProcessHandle> processes = launcher.processes();
        assertThat(processes).hasSize(6).allMatch(ProcessHandle::isAlive);

        assertThat(launcher.say("down")).contains("Stopped");
        assertThat(processes).noneMatch(ProcessHandle::isAlive);
        assertThat(launcher.say("status")).contains("Nothing runs");

        assertThat(launcher.upDetached())
                .contains("Xunshi is up: " + launcher.url())
                .doesNotContain("sample data");
    }

    @Test
    void configuredProvidersAreNotSimulated() throws Exception {
        launcher.configure(Variables.PAYMENT_URL, "https://payment.example");
        launcher.configure(Variables.PAYMENT_SECRET_KEY, "sk_example");
        launcher.configure(Variables.NOTICE_URL, "https://notice.example");
        launcher.configure(Variables.REAL_NAME_URL, "https://names.example");
        launcher.configure(Variables.STOLEN_GOODS_URL, "https://stolen.example");
        launcher.configure(Variables.CARRIER_URL, "https://carrier.example");
        launcher.configure(Variables.PUSH_SERVICES, "push.example");

        assertThat(launcher.upDetached()).contains("Xunshi is up").doesNotContain("providers", "/messages");

        assertThat(launcher.state().runRecord().orElseThrow().environment())
                .containsEntry(Variables.PAYMENT_URL, "https://payment.example")
                .containsEntry(Variables.PAYMENT_SECRET_KEY, "sk_example")
                .doesNotContainKey(Variables.PAYMENT_WEBHOOK_SECRET);
    }

    @Test
    void leavesNothingWhenItIsTerminated() throws Exception {
        RunningLauncher running = launcher.up();
        awaitReady();
        List<ProcessHandle> processes = launcher.processes();

        running.process().destroy();
        running.awaitEnd();

        assertThat(processes).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void leavesNothingWhenItIsKilled() throws Exception {
        RunningLauncher running = launcher.up();
        awaitReady();
        List<ProcessHandle> processes = launcher.processes();

        running.process().destroyForcibly();

        await(() -> processes.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void removesItsStateAndNothingElse() throws Exception {
        launcher.upDetached();
        Path folder = launcher.state().path();
        Path foreign = Files.writeString(folder.resolve("mine.txt"), "mine");

        assertThat(launcher.say("reset")).contains("Removed");

        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(foreign);
        }
    }

    private void awaitReady() throws InterruptedException {
        await(() -> launcher.state().runRecord().filter(RunRecord::isReady).isPresent());
    }
}
