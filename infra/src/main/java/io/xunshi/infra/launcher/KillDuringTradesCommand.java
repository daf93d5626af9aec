package io.xunshi.infra.launcher;

import io.xunshi.infra.launcher.build.Build;
import io.xunshi.infra.launcher.console.Console;
import io.xunshi.infra.launcher.faults.Finding;
import io.xunshi.infra.launcher.faults.KillDuringTrades;
import io.xunshi.infra.server.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

@Command(
        name = "kill-during-trades",
        description = "Kills the applications in the middle of trades, on a platform of its own, and checks that"
                + " nothing is lost or doubled.")
final class KillDuringTradesCommand implements Callable<Integer> {

    private static final String FOLDER = "target/fault-platform";

    private final Console console;

    @Option(
            names = "--trades",
            paramLabel = "N",
            defaultValue = "200",
            description = "How many trades at the same time; ${DEFAULT-VALUE} by default.")
    private int trades;

    KillDuringTradesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Path project = ProjectFolder.locate();
        Path log = Files.createDirectories(project.resolve("target")).resolve("fault-build.log");
        new Build(project, console).bringUpToDate(log);
        List<Finding> findings = new KillDuringTrades(project, project.resolve(FOLDER), console).run(trades);
        return findings.stream().allMatch(Finding::holds) ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
