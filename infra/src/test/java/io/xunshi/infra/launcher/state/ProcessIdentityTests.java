package io.xunshi.infra.launcher.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcessIdentityTests {

    @Test
    void findsTheProcessAgain() {
        ProcessIdentity self = ProcessIdentity.current();

        assertThat(self.process()).contains(ProcessHandle.current());
    }

    @Test
    void aLaterProcessWithTheSameIdIsAnother() {
        ProcessIdentity self = ProcessIdentity.current();
        var earlier = new ProcessIdentity(self.pid(), self.startedAt().minus(Duration.ofMinutes(1)));

        assertThat(earlier.isRunning()).isFalse();
    }

    @Test
    void anEndedProcessIsNotRunning() throws Exception {
        Process process = new ProcessBuilder("sleep", "60").start();
        ProcessIdentity identity = ProcessIdentity.of(process.pid()).orElseThrow();

        process.destroyForcibly().waitFor();

        assertThat(identity.isRunning()).isFalse();
    }
}
