package io.xunshi.infra.launcher;

import io.xunshi.infra.launcher.console.Console;
import io.xunshi.infra.launcher.run.RunningPlatform;
import io.xunshi.infra.launcher.state.StateFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "reset", description = "Stops the platform and removes its state: data, logs and secrets.")
final class ResetCommand implements Runnable {

    private final Console console;

    @Mixin
    private StateOption state = new StateOption();

    ResetCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        StateFolder folder = state.folder();
        if (!folder.isState()) {
            console.line("There is no state in " + folder.path());
            return;
        }
        new RunningPlatform(folder, console).stop();
        folder.delete();
        console.line("Removed " + folder.path());
    }
}
