package io.xunshi.platform.surveillance.domain;

import io.xunshi.platform.surveillance.domain.Fact.Weighing;
import io.xunshi.platform.surveillance.domain.Finding.Evidence;
import io.xunshi.platform.surveillance.domain.Finding.Figure;
import io.xunshi.platform.surveillance.domain.Finding.Figure.Name;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * 毛重重复. No two loads weigh the same to the kilogram often: a scale that shows steps of 20 kg, and loads that vary by
 * half a tonne, agree about once in fifty. Of n tickets of a vehicle on a scale, that k are equal has at most the
 * chance C(n, k) / 50^(k − 1). A corrected ticket stands for the one that it corrects, which is no other load. Tickets
 * of scales that nobody here knows are left out.
 */
public final class RepeatedGross implements Detection<Weighing> {
    static final Duration WINDOW = Duration.ofDays(30);
    static final double CHANCE_MOST = 0.001;

    private static final int SAME_LEAST = 3;
    private static final double ONE_IN = 50;

    @Override
    public Detector detector() {
        return Detector.REPEATED_GROSS;
    }

    @Override
    public Duration memory() {
        return WINDOW;
    }

    @Override
    public List<Finding> judge(List<Weighing> facts, Instant since) {
        var byVehicle = facts.stream()
                .filter(Weighing::isOfKnownScale)
                .collect(Collectors.groupingBy(
                        ticket -> ticket.scaleKey() + ' ' + ticket.plate(), LinkedHashMap::new, Collectors.toList()));
        var found = new LinkedHashMap<String, Finding>();
        byVehicle.values().forEach(tickets -> {
            for (int last = 0; last < tickets.size(); last++) {
                if (!tickets.get(last).at().isBefore(since)) {
                    judgeLast(tickets.subList(0, last + 1), found);
                }
            }
        });
        return List.copyOf(found.values());
    }

    private static void judgeLast(List<Weighing> tickets, LinkedHashMap<String, Finding> found) {
        var last = tickets.getLast();
        var from = last.at().minus(WINDOW);
        var within = latestOfEachLoad(
                tickets.stream().filter(ticket -> ticket.at().isAfter(from)).toList());
        var same = within.stream()
                .filter(ticket -> ticket.grossGrams() == last.grossGrams())
                .toList();
        var chance = chance(within.size(), same.size());
        if (same.size() >= SAME_LEAST && chance < CHANCE_MOST) {
            var finding = finding(within.size(), same, chance);
            found.putIfAbsent(finding.key(), finding);
        }
    }

    private static List<Weighing> latestOfEachLoad(List<Weighing> tickets) {
        var latest = new LinkedHashMap<UUID, Weighing>();
        tickets.forEach(ticket -> latest.putLast(ticket.load(), ticket));
        return List.copyOf(latest.values());
    }

    /** At most, that of so many tickets so many are equal. */
    static double chance(int tickets, int same) {
        double ways = 1;
        for (int i = 0; i < same; i++) {
            ways = ways * (tickets - i) / (i + 1);
        }
        return Math.min(1, ways / Math.pow(ONE_IN, same - 1.0));
    }

    private static Finding finding(int tickets, List<Weighing> same, double chance) {
        var first = same.getFirst();
        return new Finding(
                Detector.REPEATED_GROSS,
                Severity.MEDIUM,
                first.plate(),
                Finding.keyOf(
                        Detection.month(same.getLast().at()), first.scaleKey(), first.plate(), first.grossGrams()),
                -Math.log10(chance),
                -Math.log10(CHANCE_MOST),
                List.of(
                        new Figure(Name.TICKETS, tickets),
                        new Figure(Name.SAME_TICKETS, same.size()),
                        new Figure(Name.GROSS_GRAMS, first.grossGrams()),
                        new Figure(Name.CHANCE, chance)),
                Weighing.weighersOf(same),
                same.stream()
                        .map(ticket -> Evidence.of(ticket, ticket.weigher(), null, ticket.grossGrams()))
                        .toList());
    }
}
