package io.xunshi.infra.launcher;

import static io.xunshi.infra.launcher.LauncherFixture.await;
import static io.xunshi.infra.server.ServerKind.ELASTICSEARCH;
import static io.xunshi.infra.server.ServerKind.OBJECT_STORE;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.infra.junit.TestServers;
import io.xunshi.infra.junit.WithServers;
import io.xunshi.infra.server.HttpProbe;
import io.xunshi.infra.server.Variables;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** What the commands say and do while a platform runs. */
@WithServers({ELASTICSEARCH, OBJECT_STORE})
@TestInstance(Lifecycle.PER_CLASS)
class WhileItRunsIT {

    private final LauncherFixture launcher;
    private final Path folder;

    private String said = "";

    WhileItRunsIT(TestServers servers, @TempDir Path folder) throws IOException {
        this.folder = folder;
        this.launcher = new LauncherFixture(servers, folder);
    }

    @BeforeAll
    void start() throws Exception {
        said = launcher.upDetached();
    }

    @AfterAll
    void stop() throws Exception {
        launcher.say("down");
        launcher.removeProject();
    }

    @Test
    void statusNamesEachPart() throws Exception {
        assertThat(launcher.say("status"))
                .contains("Running: " + launcher.url())
                .containsPattern("launcher +running")
                .containsPattern("postgres +running")
                .containsPattern("elasticsearch +used")
                .containsPattern("platform-api +running");
    }

    @Test
    void theProvidersAreSimulatedAndNamed() throws Exception {
        String url = String.valueOf(
                launcher.state().runRecord().orElseThrow().environment().get(Variables.NOTICE_URL));

        assertThat(said).contains("Codes and messages", url + "/messages");
        assertThat(launcher.say("status")).containsPattern("providers +running.* " + url);
        assertThat(HttpProbe.status(URI.create(url + "/messages"))).hasValue(200);
    }

    @Test
    void killedProvidersAreStartedAgainAtTheSameAddress() throws Exception {
        long killed = launcher.pidOf("providers");
        String url = String.valueOf(
                launcher.state().runRecord().orElseThrow().environment().get(Variables.NOTICE_URL));

        ProcessHandle.of(killed).orElseThrow().destroyForcibly();

        await(() -> launcher.pidOf("providers") != killed);
        assertThat(HttpProbe.status(URI.create(url + "/messages"))).hasValue(200);
    }

    @Test
    void logsOfAPartArePrinted() throws Exception {
        String said = launcher.xunshi(
                        "logs", "postgres", "--state", launcher.state().path().toString())
                .awaitEnd();

        assertThat(said).contains("database system is ready to accept connections");
    }

    @Test
    void anUnknownLogIsAnsweredWithTheKnownOnes() throws Exception {
        String said = launcher.xunshi(
                        "logs", "mysql", "--state", launcher.state().path().toString())
                .awaitEnd();

        assertThat(said).contains("There is no log mysql", "postgres");
    }

    @Test
    void aSecondStartOnTheSameStateIsRefused() throws Exception {
        assertThat(launcher.upDetached()).contains("It runs already", launcher.url());
    }

    @Test
    void aSecondStartOnTheSamePortIsRefused() throws Exception {
        String port = launcher.url().replaceAll(".*:", "");
        String said = launcher.xunshi(
                        "up", "--port", port, "--state", folder.resolve("other").toString())
                .awaitEnd();

        assertThat(said).contains("Port " + port + " is taken");
    }

    @Test
    void aKilledProgramIsStartedAgain() throws Exception {
        long killed = launcher.pidOf("platform-api");

        ProcessHandle.of(killed).orElseThrow().destroyForcibly();

        await(() -> launcher.pidOf("platform-api") != killed);
    }
}
