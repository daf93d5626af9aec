package io.xunshi.infra.launcher.test;

import io.xunshi.infra.launcher.console.Console;
import io.xunshi.infra.launcher.console.LauncherFailure;
import io.xunshi.infra.launcher.faults.Finding;
import io.xunshi.infra.launcher.faults.KillDuringTrades;
import io.xunshi.infra.server.ServerFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** {@code infra/faults/kill-during-trades} at a small size; each claim about the platform afterwards is a test. */
final class FaultSuite {

    private static final String NAME = "faults";
    private static final int TRADES = 20;

    private final Path project;
    private final Console console;

    FaultSuite(Path project, Console console) {
        this.project = project;
        this.console = console;
    }

    SuiteResult run() throws IOException {
        try {
            var fault = new KillDuringTrades(project, project.resolve("target/fault-platform"), console);
            List<Finding> findings = fault.run(TRADES);
            int held = (int) findings.stream().filter(Finding::holds).count();
            var counts = new TestCounts(held, findings.size() - held, 0);
            return new SuiteResult(NAME, counts, counts.failed() == 0, "");
        } catch (ServerFailure | LauncherFailure e) {
            return SuiteResult.broken(NAME, String.valueOf(e.getMessage()));
        }
    }
}
