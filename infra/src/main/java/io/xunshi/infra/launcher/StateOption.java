package io.xunshi.infra.launcher;

import io.xunshi.infra.launcher.state.StateFolder;
import io.xunshi.infra.server.ProjectFolder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which platform of this machine a command is about. */
final class StateOption {

    private static final String DEFAULT_NAME = ".xunshi";

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "The folder with the platform's data, logs and secrets; .xunshi in the project by default.")
    private @Nullable Path folder;

    StateFolder folder() {
        return new StateFolder(folder != null ? folder : ProjectFolder.locate().resolve(DEFAULT_NAME));
    }
}
