package io.xunshi.infra.launcher.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the JSON reports of the web client's test runners; a report that was not written counts as no tests. */
final class JsonReports {

    private static final JsonMapper JSON = new JsonMapper();

    private JsonReports() {}

    static TestCounts ofVitest(Path report) throws IOException {
        if (!Files.exists(report)) {
            return TestCounts.NONE;
        }
        JsonNode all = JSON.readTree(Files.readString(report));
        return new TestCounts(
                all.path("numPassedTests").asInt(),
                all.path("numFailedTests").asInt(),
                all.path("numPendingTests").asInt() + all.path("numTodoTests").asInt());
    }

    /** A flaky test, which failed first and passed when repeated, counts as passed. */
    static TestCounts ofPlaywright(Path report) throws IOException {
        if (!Files.exists(report)) {
            return TestCounts.NONE;
        }
        JsonNode stats = JSON.readTree(Files.readString(report)).path("stats");
        return new TestCounts(
                stats.path("expected").asInt() + stats.path("flaky").asInt(),
                stats.path("unexpected").asInt(),
                stats.path("skipped").asInt());
    }
}
