package io.xunshi.platform.surveillance.domain;

import io.xunshi.platform.surveillance.domain.Fact.Weighing;
import io.xunshi.platform.surveillance.domain.Finding.Evidence;
import io.xunshi.platform.surveillance.domain.Finding.Figure;
import io.xunshi.platform.surveillance.domain.Finding.Figure.Name;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * 皮重漂移. Each tare may be near the one before and all of them together lead away: what no single ticket is refused for.
 * Mann and Kendall's test says whether there is a trend, the medians of the first and the last third how far it goes. A
 * tank that is full or empty makes tares differ, but not one after the other in one direction.
 */
public final class TareDrift implements Detection<Weighing> {
    static final Duration WINDOW = Duration.ofDays(90);

    /** Two-sided p = 0.001. */
    static final double Z_MOST = 3.29;

    private static final int TICKETS_LEAST = 10;
    private static final int THIRDS = 3;

    /** The same as for a single ticket: 60 kg, or one in a hundred. */
    private static final long GRAMS_MOST = 60_000;

    private static final double SHARE_MOST = 0.01;

    @Override
    public Detector detector() {
        return Detector.TARE_DRIFT;
    }

    @Override
    public Duration memory() {
        return WINDOW;
    }

    @Override
    public List<Finding> judge(List<Weighing> facts, Instant since) {
        var found = new LinkedHashMap<String, Finding>();
        facts.stream()
                .collect(Collectors.groupingBy(Weighing::plate, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(tickets -> judgeVehicle(tickets, since, found));
        return List.copyOf(found.values());
    }

    /** Of each month the first of the new tickets that shows it. */
    private static void judgeVehicle(List<Weighing> tickets, Instant since, LinkedHashMap<String, Finding> found) {
        for (int last = 0; last < tickets.size(); last++) {
            var at = tickets.get(last).at();
            if (!at.isBefore(since)) {
                var within = tickets.subList(0, last + 1).stream()
                        .filter(ticket -> ticket.at().isAfter(at.minus(WINDOW)))
                        .toList();
                drift(within).ifPresent(finding -> found.putIfAbsent(finding.key(), finding));
            }
        }
    }

    private static Optional<Finding> drift(List<Weighing> tickets) {
        if (tickets.size() < TICKETS_LEAST) {
            return Optional.empty();
        }
        var third = tickets.size() / THIRDS;
        var before = medianTare(tickets.subList(0, third));
        var after = medianTare(tickets.subList(tickets.size() - third, tickets.size()));
        var z = trendZ(tickets);
        return Math.abs(z) > Z_MOST && Math.abs(after - before) > Math.max(GRAMS_MOST, SHARE_MOST * before)
                ? Optional.of(finding(tickets, before, after, z))
                : Optional.empty();
    }

    private static double medianTare(List<Weighing> tickets) {
        return Median.of(tickets.stream().map(Weighing::tareGrams).toList());
    }

    /** Mann and Kendall's, corrected for continuity; ties make it smaller, never larger. */
    static double trendZ(List<Weighing> tickets) {
        int n = tickets.size();
        long score = 0;
        for (int later = 1; later < n; later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                score += Long.signum(
                        tickets.get(later).tareGrams() - tickets.get(earlier).tareGrams());
            }
        }
        var variance = n * (n - 1.0) * (2.0 * n + 5) / 18;
        return (score - Long.signum(score)) / Math.sqrt(variance);
    }

    private static Finding finding(List<Weighing> tickets, double before, double after, double z) {
        var first = tickets.getFirst();
        return new Finding(
                Detector.TARE_DRIFT,
                Severity.MEDIUM,
                first.plate(),
                Finding.keyOf(Detection.month(tickets.getLast().at()), first.plate()),
                Math.abs(z),
                Z_MOST,
                List.of(
                        new Figure(Name.TICKETS, tickets.size()),
                        new Figure(Name.TREND_Z, z),
                        new Figure(Name.TARE_BEFORE_GRAMS, before),
                        new Figure(Name.TARE_AFTER_GRAMS, after)),
                Weighing.weighersOf(tickets),
                tickets.stream()
                        .map(ticket -> Evidence.of(ticket, ticket.weigher(), null, ticket.tareGrams()))
                        .toList());
    }
}
