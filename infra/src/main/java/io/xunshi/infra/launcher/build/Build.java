package io.xunshi.infra.launcher.build;

import io.xunshi.infra.launcher.console.Console;
import io.xunshi.infra.launcher.console.LauncherFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Properties;

/** Builds the applications when their sources changed since the last build. */
public final class Build {

    private final Path project;
    private final Console console;
    private final Path stamps;

    public Build(Path project, Console console) {
        this.project = project;
        this.console = console;
        this.stamps = project.resolve("infra/target/launcher/stamps.properties");
    }

    /**
     * Builds what is out of date; of several launchers on one project, one builds while the others wait.
     *
     * @param log takes Maven's output
     * @throws LauncherFailure if something needed is not installed or the build fails
     */
    public void bringUpToDate(Path log) {
        try {
            Files.createDirectories(stamps.getParent());
            try (var channel = FileChannel.open(
                            stamps.resolveSibling("build.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var _ = channel.lock()) {
                buildIfStale(log);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look at the sources in " + project, e);
        }
    }

    private void buildIfStale(Path log) throws IOException {
        Properties current = currentStamps();
        Properties built = builtStamps();
        boolean isWebBuilt = current.getProperty("web").equals(built.getProperty("web"))
                && Files.isDirectory(project.resolve("platform-web/dist"));
        if (isWebBuilt && current.equals(built) && new Programs(project).areBuilt()) {
            return;
        }
        if (!isWebBuilt) {
            NodeJs.require();
        }
        List<String> options = isWebBuilt ? List.of("-Dskip.npm") : List.of();
        console.line("  Building; the output goes to " + log);
        console.step("build", "", () -> new Maven(project).packageQuickly(options, log));
        try (var out = Files.newOutputStream(stamps)) {
            current.store(out, null);
        }
    }

    private Properties currentStamps() throws IOException {
        var properties = new Properties();
        properties.setProperty("java", SourceStamp.of(project, Build::isJavaSource));
        properties.setProperty("web", SourceStamp.of(project.resolve("platform-web"), Build::isWebSource));
        return properties;
    }

    private Properties builtStamps() throws IOException {
        var properties = new Properties();
        if (Files.exists(stamps)) {
            try (var in = Files.newInputStream(stamps)) {
                properties.load(in);
            }
        }
        return properties;
    }

    private static boolean isJavaSource(Path path) {
        return path.endsWith("pom.xml") || path.toString().contains("src/main/");
    }

    private static boolean isWebSource(Path path) {
        return !path.startsWith("e2e");
    }
}
