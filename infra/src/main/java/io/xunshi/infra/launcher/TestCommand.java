package io.xunshi.infra.launcher;

import io.xunshi.infra.launcher.console.Console;
import io.xunshi.infra.launcher.test.AllTests;
import io.xunshi.infra.server.ProjectFolder;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

@Command(
        name = "test",
        description = "Runs every test: Java, web client, and a browser against a whole platform of its own.")
final class TestCommand implements Callable<Integer> {

    private final Console console;

    TestCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        boolean isGreen = new AllTests(ProjectFolder.locate(), console).run();
        return isGreen ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
