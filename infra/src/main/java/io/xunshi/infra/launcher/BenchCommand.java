package io.xunshi.infra.launcher;

import io.xunshi.infra.launcher.bench.Bench;
import io.xunshi.infra.launcher.build.Build;
import io.xunshi.infra.launcher.console.Console;
import io.xunshi.infra.launcher.console.LauncherFailure;
import io.xunshi.infra.server.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

@Command(
        name = "bench",
        description = "Measures a platform of its own, as ratios to the bare engines. Asserts nothing.")
final class BenchCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(
            paramLabel = "NAME",
            arity = "0..*",
            description =
                    "search, lots, listing, feed, photos, live, counter, freshness, trade, bids, custody, log, start by default; growth and fold take long.")
    private List<String> names = List.of();

    BenchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        names.stream().filter(name -> !Bench.names().contains(name)).findFirst().ifPresent(unknown -> {
            throw new LauncherFailure(
                    "There is no benchmark " + unknown + "; there are " + String.join(", ", Bench.names()));
        });
        Path project = ProjectFolder.locate();
        Path target = Files.createDirectories(project.resolve("target"));
        new Build(project, console).bringUpToDate(target.resolve("bench-build.log"));
        new Bench(project, target.resolve("bench"), console, Memory::bytes).run(names, target.resolve("bench.json"));
        return ExitCode.OK;
    }
}
