package io.xunshi.infra.launcher.test;

import io.xunshi.infra.launcher.build.NodeJs;
import io.xunshi.infra.launcher.console.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Every test that there is, and the summary. */
public final class AllTests {

    private final Path project;
    private final Console console;

    public AllTests(Path project, Console console) {
        this.project = project;
        this.console = console;
    }

    /** Runs them and returns whether all is well. */
    public boolean run() throws IOException {
        if (Files.exists(project.resolve("platform-web/package.json"))) {
            NodeJs.require();
        }
        long begin = System.nanoTime();
        List<SuiteResult> results = runSuites();
        summarise(results, Duration.ofNanos(System.nanoTime() - begin));
        return results.stream().allMatch(SuiteResult::isGreen);
    }

    /**
     * Browser and faults need the programs that the Java build makes; if that is broken the rest would only confuse.
     * Without a web client there is nothing else to test. The fault suite waits for servers to come back most of its
     * time, and runs beside the browser.
     */
    private List<SuiteResult> runSuites() throws IOException {
        SuiteResult java = new JavaSuite(project).run();
        if (!java.note().isEmpty() || Files.notExists(project.resolve("platform-web/package.json"))) {
            return List.of(java);
        }
        try (ExecutorService sideBySide = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<SuiteResult> browser = sideBySide.submit(() -> new BrowserSuite(project, console).run());
            SuiteResult web = new WebSuite(project).run();
            SuiteResult faults = new FaultSuite(project, console).run();
            return List.of(java, web, result(browser), faults);
        }
    }

    private static SuiteResult result(Future<SuiteResult> suite) throws IOException {
        try {
            return suite.get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private void summarise(List<SuiteResult> results, Duration took) {
        console.line("");
        for (SuiteResult result : results) {
            String line = String.format(Locale.ROOT, "%-8s %s  %s", result.name(), result.counts(), result.note());
            console.line(line.stripTrailing());
        }
        console.line("Took " + took.toSeconds() + " s");
        console.line(results.stream()
                .map(SuiteResult::counts)
                .reduce(TestCounts.NONE, TestCounts::plus)
                .toString());
    }
}
