package io.xunshi.infra.launcher.test;

import io.xunshi.infra.launcher.build.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** {@code npm run check}: format, lint, types, unit tests and unused code of the web client. */
final class WebSuite {

    private final Path web;

    WebSuite(Path project) {
        this.web = project.resolve("platform-web");
    }

    SuiteResult run() throws IOException {
        Path report = web.resolve("target/vitest.json");
        Files.deleteIfExists(report);
        int status = new Tool(List.of("npm", "run", "check"), web, Map.of("XUNSHI_VITEST_REPORT", report.toString()))
                .runVisibly();
        TestCounts counts = JsonReports.ofVitest(report);
        return new SuiteResult("web", counts, status == 0, status == 0 ? "" : "npm run check failed");
    }
}
