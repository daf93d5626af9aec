package io.xunshi.platform.pricing;

import java.util.ArrayList;
import java.util.List;

/** Where a computation writes down what it does, while it does it. Not thread-safe. */
final class Sheet {
    private final List<Line> lines = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Fixing> fixings = new ArrayList<>();

    void add(Line line) {
        lines.add(line);
    }

    /** Once, however often it turns up. */
    void find(Finding finding) {
        if (!findings.contains(finding)) {
            findings.add(finding);
        }
    }

    void use(Fixing fixing) {
        fixings.add(fixing);
    }

    List<Line> lines() {
        return lines;
    }

    List<Finding> findings() {
        return findings;
    }

    List<Fixing> fixings() {
        return fixings;
    }
}
