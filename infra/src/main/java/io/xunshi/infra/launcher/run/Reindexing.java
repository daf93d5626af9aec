package io.xunshi.infra.launcher.run;

import io.xunshi.infra.launcher.build.Programs;
import io.xunshi.infra.launcher.build.Programs.Program;
import io.xunshi.infra.launcher.console.LauncherFailure;
import io.xunshi.infra.launcher.state.RunRecord;
import io.xunshi.infra.launcher.state.StateFolder;
import java.util.List;

/** Rebuilds the search index of a running platform from PostgreSQL while it goes on serving. */
public final class Reindexing {

    private static final String NAME = "reindex";

    private final StateFolder state;

    public Reindexing(StateFolder state) {
        this.state = state;
    }

    /**
     * Runs platform-api a second time, on a free port, with the order to rebuild the index and end.
     *
     * @throws LauncherFailure if it fails
     */
    public void run(RunRecord running) {
        var program = JavaProgram.ofJar(
                Programs.installed(Program.PLATFORM_API, state.programs()),
                List.of("-Xmx512m"),
                List.of("--reindex"),
                new ApplicationEnvironment(running.environment()).withPort(0));
        program.run(NAME, state.log(NAME), state.pidFile(NAME));
    }
}
