package io.xunshi.infra.launcher.test;

/**
 * What came of one kind of tests.
 *
 * @param name the kind, such as {@code web}
 * @param isGreen whether all that ran was well, checks that are not tests included
 * @param note why something did not run or is not well; empty otherwise
 */
public record SuiteResult(String name, TestCounts counts, boolean isGreen, String note) {

    static SuiteResult skipped(String name, String reason) {
        return new SuiteResult(name, TestCounts.NONE, true, "skipped: " + reason);
    }

    static SuiteResult broken(String name, String reason) {
        return new SuiteResult(name, TestCounts.NONE, false, reason);
    }
}
