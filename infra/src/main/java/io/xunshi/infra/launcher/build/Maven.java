package io.xunshi.infra.launcher.build;

import io.xunshi.infra.launcher.console.LauncherFailure;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The project's Maven wrapper on the JDK that we run on. */
public final class Maven {

    /** For running the platform, what {@code ./xunshi test} does is not repeated. */
    private static final List<String> WITHOUT_CHECKS = List.of(
            "-q", "-B", "-Dmaven.test.skip", "-Dspotless.check.skip", "-Denforcer.skip", "-Djacoco.skip", "package");

    private final Path project;

    public Maven(Path project) {
        this.project = project;
    }

    /**
     * Packages all modules without tests and checks.
     *
     * @param options on top of the usual ones
     * @param log takes the output
     * @throws LauncherFailure if it fails
     */
    void packageQuickly(List<String> options, Path log) {
        if (tool(Stream.concat(WITHOUT_CHECKS.stream(), options.stream())).runInto(log) != 0) {
            throw new LauncherFailure("The build failed; look into " + log);
        }
    }

    /**
     * Builds, checks and tests all modules, two at a time, and shows the output; a failed test does not stop it. Much
     * of an integration test is waiting, so two modules keep two processors busier than one.
     *
     * @return the exit status, which is 0 even if tests failed
     */
    public int verify() {
        return tool(Stream.of("-B", "-ntp", "-T", "2", "-Dmaven.test.failure.ignore", "verify"))
                .runVisibly();
    }

    /**
     * Runs one class of platform-api's tests, and what it needs is compiled before.
     *
     * @param log takes the output
     * @throws LauncherFailure if it fails
     */
    public void test(String testClass, Path log) {
        var arguments = Stream.of(
                "-q",
                "-B",
                "-Dskip.npm",
                "-Dspotless.check.skip",
                "-Denforcer.skip",
                "-Djacoco.skip",
                "-pl",
                "platform-api",
                "-am",
                "-Dtest=" + testClass,
                "-Dsurefire.failIfNoSpecifiedTests=false",
                "test");
        if (tool(arguments).runInto(log) != 0) {
            throw new LauncherFailure(testClass + " failed; look into " + log);
        }
    }

    private Tool tool(Stream<String> arguments) {
        List<String> line = Stream.concat(Stream.of(project.resolve("mvnw").toString()), arguments)
                .toList();
        return new Tool(line, project, Map.of("JAVA_HOME", System.getProperty("java.home")));
    }
}
