package io.xunshi.infra.launcher.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunshi.infra.launcher.console.LauncherFailure;
import io.xunshi.infra.launcher.state.RunRecord.Part;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTests {

    @TempDir
    private Path parent;

    private StateFolder state;

    @BeforeEach
    void create() {
        state = new StateFolder(parent.resolve("state"));
        state.create();
    }

    @Test
    void theSecretsStayAndOnlyTheirOwnerReadsThem() throws IOException {
        PlatformSecrets made = state.secrets(8080);

        assertThat(state.secrets(9090)).isEqualTo(made);
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(state.path().resolve("secrets.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void anOldFolderGetsAPercentageOfItsOwnAndKeepsIt() throws IOException {
        state.secrets(8080);
        var file = state.path().resolve("secrets.json");
        Files.writeString(file, Files.readString(file).replaceAll("\\s*\"dominancePercent\" : \\d+,", ""));

        int drawn = state.secrets(8080).dominancePercent();

        assertThat(drawn).isBetween(10, 20);
        assertThat(state.secrets(8080).dominancePercent()).isEqualTo(drawn);
        assertThat(Files.readString(file)).contains("\"dominancePercent\" : " + drawn);
    }

    @Test
    void theLogKeepsItsNameWhenThePortChanges() {
        state.secrets(8080);

        assertThat(state.secrets(9090).logOrigin()).isEqualTo("localhost:8080/log");
    }

    @Test
    void aPartGetsItsLastPortAgain() {
        int port = state.port("postgres");

        assertThat(state.port("postgres")).isEqualTo(port);
    }

    @Test
    void aPartGetsAnotherPortWhenItsLastOneIsTaken() throws IOException {
        int port = state.port("postgres");

        try (var _ = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(state.port("postgres")).isNotEqualTo(port);
        }
    }

    @Test
    void theRunRecordIsReadAsItWasWritten() {
        ProcessIdentity self = ProcessIdentity.current();
        var record = new RunRecord(
                self,
                "http://localhost:8080",
                true,
                List.of(new Part("redis", null, "redis://127.0.0.1:1", "redis")),
                Map.of("NAME", "value"));

        state.write(record);

        assertThat(state.runRecord()).contains(record);
    }

    @Test
    void theFirstStartIsRemembered() {
        assertThat(state.firstStart()).isEqualTo(FirstStart.AHEAD);

        state.mark(FirstStart.BEGUN);

        assertThat(state.firstStart()).isEqualTo(FirstStart.BEGUN);
    }

    @Test
    void aFolderWithOtherFilesIsRefused() throws IOException {
        Files.writeString(parent.resolve("thesis.txt"), "");

        assertThatThrownBy(new StateFolder(parent)::create).isInstanceOf(LauncherFailure.class);
    }

    @Test
    void deletionLeavesOtherFiles() throws IOException {
        Path foreign = Files.writeString(state.path().resolve("thesis.txt"), "");

        state.delete();

        assertThat(state.path()).isDirectoryContaining(foreign::equals);
        assertThat(state.isState()).isFalse();
    }

    @Test
    void deletionOfEverythingTakesTheFolderToo() {
        state.delete();

        assertThat(state.path()).doesNotExist();
    }
}
