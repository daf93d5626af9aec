package io.xunshi.infra.launcher;

import io.xunshi.infra.launcher.build.Maven;
import io.xunshi.infra.launcher.console.Console;
import io.xunshi.infra.server.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

@Command(
        name = "surveillance",
        description = "Prints precision and recall of the surveillance detectors on labelled synthetic data.")
final class SurveillanceCommand implements Callable<Integer> {

    private final Console console;

    SurveillanceCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Path project = ProjectFolder.locate();
        Path log = Files.createDirectories(project.resolve("target")).resolve("surveillance.log");
        console.step("detectors", "", () -> new Maven(project).test("DetectorQualityTests", log));
        console.line("");
        console.line(Files.readString(project.resolve("platform-api/target/surveillance.txt")));
        return ExitCode.OK;
    }
}
