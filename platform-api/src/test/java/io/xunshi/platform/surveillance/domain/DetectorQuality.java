package io.xunshi.platform.surveillance.domain;

import io.xunshi.platform.surveillance.domain.SyntheticMarket.Labelled;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How well a detector tells manipulations from honest trade, each counted once however often it was found.
 *
 * @param found that are manipulations
 * @param falseAlarms that are none
 * @param missed manipulations that were not found
 */
record DetectorQuality(Detector detector, long found, long falseAlarms, long missed) {
    static final String HEAD = "%-16s %-18s %6s %6s %7s %9s %7s"
            .formatted("detector", "rule", "found", "false", "missed", "precision", "recall");

    /** @param accused by what a finding's manipulation is known, as in the labels */
    static <F extends Fact> DetectorQuality of(
            Detection<F> detection, Labelled<F> market, Function<Finding, String> accused) {
        var accusations = detection.judge(market.facts(), SyntheticMarket.BEGIN).stream()
                .map(accused)
                .collect(Collectors.toSet());
        var found =
                market.manipulations().stream().filter(accusations::contains).count();
        return new DetectorQuality(
                detection.detector(),
                found,
                accusations.size() - found,
                market.manipulations().size() - found);
    }

    /** Over two markets. */
    DetectorQuality plus(DetectorQuality other) {
        return new DetectorQuality(
                detector, found + other.found, falseAlarms + other.falseAlarms, missed + other.missed);
    }

    /** Of what was found, what is a manipulation. */
    double precision() {
        return (double) found / Math.max(1, found + falseAlarms);
    }

    /** Of the manipulations, what was found. */
    double recall() {
        return (double) found / Math.max(1, found + missed);
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "%-16s %-18s %6d %6d %7d %9.3f %7.3f",
                detector,
                detector.ruleVersion(),
                found,
                falseAlarms,
                missed,
                precision(),
                recall());
    }
}
