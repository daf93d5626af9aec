package io.xunshi.infra.launcher.test;

/** How many tests ended how. */
public record TestCounts(int passed, int failed, int skipped) {

    public static final TestCounts NONE = new TestCounts(0, 0, 0);

    TestCounts plus(TestCounts other) {
        return new TestCounts(passed + other.passed, failed + other.failed, skipped + other.skipped);
    }

    /** The form that tools which watch a build look for, such as {@code 12 passed, 0 failed, 1 skipped}. */
    @Override
    public String toString() {
        return passed + " passed, " + failed + " failed, " + skipped + " skipped";
    }
}
