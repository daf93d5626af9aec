package io.xunshi.infra.launcher;

import io.xunshi.infra.launcher.console.Console;
import io.xunshi.infra.launcher.console.LauncherFailure;
import io.xunshi.infra.launcher.run.Reindexing;
import io.xunshi.infra.launcher.run.RunningPlatform;
import io.xunshi.infra.launcher.state.RunRecord;
import io.xunshi.infra.launcher.state.StateFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "reindex", description = "Rebuilds the search index from PostgreSQL with no gap in service.")
final class ReindexCommand implements Runnable {

    private final Console console;

    @Mixin
    private StateOption state = new StateOption();

    ReindexCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        StateFolder folder = state.folder();
        RunRecord running = new RunningPlatform(folder, console)
                .find()
                .filter(RunRecord::isReady)
                .orElseThrow(() -> new LauncherFailure("Nothing runs on " + folder.path() + "; start it with up"));
        console.step("reindex", "", () -> new Reindexing(folder).run(running));
    }
}
