package io.xunshi.infra.launcher;

import io.xunshi.infra.launcher.console.Console;
import io.xunshi.infra.launcher.run.RunningPlatform;
import io.xunshi.infra.launcher.state.ProcessIdentity;
import io.xunshi.infra.launcher.state.RunRecord;
import io.xunshi.infra.launcher.state.RunRecord.Part;
import io.xunshi.infra.launcher.state.StateFolder;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

@Command(name = "status", description = "Tells what runs, where, and with how much memory; fails if nothing does.")
final class StatusCommand implements Callable<Integer> {

    private static final String ROW = "  %-16s %-8s %8s %9s  %s";

    private final Console console;

    @Mixin
    private StateOption state = new StateOption();

    StatusCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        StateFolder folder = state.folder();
        Optional<RunRecord> run = new RunningPlatform(folder, console).find();
        run.ifPresentOrElse(this::print, () -> console.line("Nothing runs on " + folder.path()));
        return run.isPresent() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private void print(RunRecord run) {
        console.line((run.isReady() ? "Running: " : "Starting: ") + run.url());
        console.line(row("part", "state", "pid", "memory", "address"));
        long launcher = run.supervisor().pid();
        console.line(row("launcher", "running", String.valueOf(launcher), Memory.of(launcher), ""));
        run.parts().forEach(part -> console.line(row(part)));
    }

    private static String row(Part part) {
        ProcessIdentity process = part.process();
        if (process == null) {
            return row(part.name(), "used", "", "", part.address());
        }
        long pid = process.pid();
        return process.isRunning()
                ? row(part.name(), "running", String.valueOf(pid), Memory.ofAllFrom(pid), part.address())
                : row(part.name(), "ended", "", "", part.address());
    }

    private static String row(String... columns) {
        return String.format(Locale.ROOT, ROW, (Object[]) columns).stripTrailing();
    }
}
