package io.xunshi.infra.launcher.test;

import io.xunshi.infra.launcher.build.Programs;
import io.xunshi.infra.launcher.build.Tool;
import io.xunshi.infra.launcher.console.Console;
import io.xunshi.infra.launcher.run.Platform;
import io.xunshi.infra.launcher.state.StateFolder;
import io.xunshi.infra.server.Durability;
import io.xunshi.infra.server.Folders;
import io.xunshi.infra.server.Ports;
import io.xunshi.infra.server.ServerFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** {@code npm run e2e}: a browser against a whole platform of its own, with sample data. */
final class BrowserSuite {

    private static final String NAME = "browser";

    private final Path project;
    private final Console console;

    BrowserSuite(Path project, Console console) {
        this.project = project;
        this.console = console;
    }

    SuiteResult run() throws IOException {
        Optional<Path> chromium = new Chromium(console).find();
        if (chromium.isEmpty()) {
            return SuiteResult.skipped(
                    NAME, "no Chromium; as root on Debian it is installed, else install it yourself");
        }
        var state = new StateFolder(project.resolve("target/test-platform"));
        Folders.delete(state.path());
        state.create();
        try (var platform = new Platform(state, Ports.free(), Durability.THROWAWAY, new Programs(project), console)) {
            platform.start();
            return run(platform, chromium.get());
        } catch (ServerFailure e) {
            return SuiteResult.broken(NAME, String.valueOf(e.getMessage()));
        }
    }

    private SuiteResult run(Platform platform, Path chromium) throws IOException {
        Path web = project.resolve("platform-web");
        Path report = web.resolve("target/playwright.json");
        Files.deleteIfExists(report);
        var environment = new TreeMap<>(platform.environment());
        environment.putAll(
                Map.of("XUNSHI_CHROMIUM", chromium.toString(), "PLAYWRIGHT_JSON_OUTPUT_NAME", report.toString()));
        List<String> line = List.of("npm", "run", "e2e", "--", "--reporter=list,json");
        int status = new Tool(line, web, environment).runVisibly();
        return new SuiteResult(
                NAME, JsonReports.ofPlaywright(report), status == 0, status == 0 ? "" : "npm run e2e failed");
    }
}
