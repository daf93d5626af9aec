package io.xunshi.infra.launcher.run;

import io.xunshi.infra.launcher.console.LauncherFailure;
import io.xunshi.infra.server.ServerProcess;
import io.xunshi.infra.server.ServerProcess.Command;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A program of ours and how to run it.
 *
 * @param home the folder in which it runs and leaves what makes its next start faster
 * @param target what Java is told to run
 * @param jvmOptions options of its Java machine
 * @param arguments what is said to the program itself
 * @param environment its variables on top of ours
 */
record JavaProgram(
        Path home,
        List<String> target,
        List<String> jvmOptions,
        List<String> arguments,
        Map<String, String> environment) {

    /** A little more than the applications take to finish the requests under way. */
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    /** The runnable jar, with arguments. */
    static JavaProgram ofJar(
            Path jar, List<String> jvmOptions, List<String> arguments, Map<String, String> environment) {
        return new JavaProgram(
                jar.resolveSibling(""), List.of("-jar", jar.toString()), jvmOptions, arguments, environment);
    }

    /** A class of the launcher's own class path. */
    static JavaProgram ofClass(Class<?> main, Path home, List<String> jvmOptions, Map<String, String> environment) {
        return new JavaProgram(
                home,
                List.of("-cp", System.getProperty("java.class.path"), main.getName()),
                jvmOptions,
                List.of(),
                environment);
    }

    /**
     * Runs the program to its end, once: without the archive of {@link #command}, whose making takes seconds.
     *
     * @throws LauncherFailure if it ends with another status than 0
     */
    void run(String name, Path log, Path pidFile) {
        try (var process = new ServerProcess(command(List.of(), name, log, pidFile))) {
            process.launch();
            int status = process.onExit().join();
            if (status != 0) {
                throw new LauncherFailure(name + " ended with status " + status + "; look into " + log);
            }
        }
    }

    /** The first run leaves an archive of its loaded classes in its home, with which the next one starts faster. */
    Command command(String name, Path log, Path pidFile) {
        var archive = List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + home.resolve("classes.jsa"));
        return command(archive, name, log, pidFile);
    }

    private Command command(List<String> archive, String name, Path log, Path pidFile) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var line = new ArrayList<>(List.of(java));
        line.addAll(jvmOptions);
        line.addAll(archive);
        line.addAll(target);
        line.addAll(arguments);
        return new Command(name, line, environment, home, log, pidFile, "TERM", STOP_LIMIT);
    }
}
