package io.xunshi.infra.launcher;

import io.xunshi.infra.launcher.build.Build;
import io.xunshi.infra.launcher.build.Programs;
import io.xunshi.infra.launcher.console.Console;
import io.xunshi.infra.launcher.run.SearchQuality;
import io.xunshi.infra.server.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

@Command(
        name = "quality",
        description = "Measures the search on a judged set, beside Elasticsearch's own analysis. Asserts nothing.")
final class QualityCommand implements Callable<Integer> {

    private final Console console;

    QualityCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Path project = ProjectFolder.locate();
        Path target = Files.createDirectories(project.resolve("target"));
        new Build(project, console).bringUpToDate(target.resolve("quality-build.log"));
        new SearchQuality(new Programs(project), target.resolve("quality"), console)
                .measure(target.resolve("quality.json"));
        return ExitCode.OK;
    }
}
