package io.xunshi.infra.launcher.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTests {

    @TempDir
    private Path folder;

    @Test
    void surefireReportsAreAddedUp() throws IOException {
        Files.writeString(folder.resolve("TEST-One.xml"), """
                <testsuite name="One" tests="5" failures="1" errors="1" skipped="1"/>""");
        Files.writeString(folder.resolve("TEST-Other.xml"), """
                <testsuite name="Other" tests="2" failures="0" errors="0" skipped="0"/>""");
        Files.writeString(folder.resolve("failsafe-summary.xml"), "<failsafe-summary/>");

        assertThat(SurefireReports.count(folder)).isEqualTo(new TestCounts(4, 2, 1));
    }

    @Test
    void vitestsReportIsRead() throws IOException {
        Path report = Files.writeString(folder.resolve("vitest.json"), """
                {"numPassedTests": 7, "numFailedTests": 1, "numPendingTests": 2, "numTodoTests": 1}""");

        assertThat(JsonReports.ofVitest(report)).isEqualTo(new TestCounts(7, 1, 3));
    }

    @Test
    void playwrightsReportIsRead() throws IOException {
        Path report = Files.writeString(folder.resolve("playwright.json"), """
                {"stats": {"expected": 3, "unexpected": 1, "flaky": 1, "skipped": 2}}""");

        assertThat(JsonReports.ofPlaywright(report)).isEqualTo(new TestCounts(4, 1, 2));
    }

    @Test
    void aReportThatWasNotWrittenCountsNothing() throws IOException {
        assertThat(JsonReports.ofVitest(folder.resolve("none.json"))).isEqualTo(TestCounts.NONE);
    }

    @Test
    void theSummaryReadsLikeThatOfATestRunner() {
        assertThat(new TestCounts(3, 0, 1)).hasToString("3 passed, 0 failed, 1 skipped");
    }
}
