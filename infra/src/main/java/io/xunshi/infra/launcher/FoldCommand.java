package io.xunshi.infra.launcher;

import io.xunshi.infra.launcher.build.Build;
import io.xunshi.infra.launcher.build.Programs;
import io.xunshi.infra.launcher.console.Console;
import io.xunshi.infra.launcher.run.BulkFold;
import io.xunshi.infra.launcher.run.RunningPlatform;
import io.xunshi.infra.launcher.state.RunRecord;
import io.xunshi.infra.server.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "fold",
        description =
                "Folds a whole log in bulk from its tiles, and compares the figures with those that the site publishes, byte by byte.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:the figures are equal",
            "1:they are not, or the log is not sound",
            "2:it could not be told",
        })
final class FoldCommand implements Callable<Integer> {

    private static final String DEFAULT_URL = "http://localhost:8080";

    private final Console console;

    @Mixin
    private StateOption state = new StateOption();

    @Parameters(
            arity = "0..1",
            paramLabel = "SITE",
            description =
                    "A site's address, or a folder with its files as ./xunshi verify --keep leaves them; by default"
                            + " the platform that runs on the state folder, or " + DEFAULT_URL + ".")
    private @Nullable String site;

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "Whom to believe (C2SP tlog-policy); by default the keys that the site names.")
    private @Nullable Path policy;

    @Option(names = "--keep", paramLabel = "FOLDER", description = "Writes the figures into this folder too.")
    private @Nullable Path keep;

    FoldCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Path project = ProjectFolder.locate();
        Path target = Files.createDirectories(project.resolve("target"));
        new Build(project, console).bringUpToDate(target.resolve("fold-build.log"));
        return new BulkFold(new Programs(project), target.resolve("fold")).run(arguments());
    }

    private List<String> arguments() {
        var arguments = new ArrayList<>(List.of(site()));
        if (policy != null) {
            arguments.addAll(List.of("--policy", policy.toAbsolutePath().toString()));
        }
        if (keep != null) {
            arguments.addAll(List.of("--keep", keep.toAbsolutePath().toString()));
        }
        return arguments;
    }

    /** The program runs in a folder of its own. */
    private String site() {
        if (site != null) {
            return site.matches("https?://.*")
                    ? site
                    : Path.of(site).toAbsolutePath().toString();
        }
        return new RunningPlatform(state.folder(), console)
                .find()
                .map(RunRecord::url)
                .orElse(DEFAULT_URL);
    }
}
