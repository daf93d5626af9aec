package io.xunshi.infra.launcher;

import io.xunshi.infra.launcher.console.Console;
import io.xunshi.infra.launcher.run.RunningPlatform;
import io.xunshi.infra.launcher.state.StateFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "down", description = "Stops everything that up started, and nothing else; the data stays.")
final class DownCommand implements Runnable {

    private final Console console;

    @Mixin
    private StateOption state = new StateOption();

    DownCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        StateFolder folder = state.folder();
        boolean didRun = new RunningPlatform(folder, console).stop();
        console.line(didRun ? "Stopped" : "Nothing runs on " + folder.path());
    }
}
