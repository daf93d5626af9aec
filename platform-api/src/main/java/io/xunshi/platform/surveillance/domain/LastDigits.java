package io.xunshi.platform.surveillance.domain;

import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.surveillance.domain.Fact.Weighing;
import io.xunshi.platform.surveillance.domain.Finding.Evidence;
import io.xunshi.platform.surveillance.domain.Finding.Figure;
import io.xunshi.platform.surveillance.domain.Finding.Figure.Name;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * 尾数异常. Loads vary by far more than ten steps of a scale, so the digit in front of its steps is 0 to 9 equally often;
 * people who make figures up like some digits. Pearson's chi-square with nine degrees of freedom. Every fifty tickets
 * of a scale within a quarter are judged once: who looks after every ticket finds something in the end. Tickets of
 * scales that nobody here knows are left out.
 */
public final class LastDigits implements Detection<Weighing> {
    static final int TICKETS = 50;

    /** p = 0.001 with nine degrees of freedom. */
    static final double CHI_SQUARE_MOST = 27.877;

    /** A quarter has at most 92 days. */
    private static final Duration QUARTER = Duration.ofDays(93);

    private static final int DIGITS = 10;

    /** Steps of road scales (GB/T 7723), the coarsest first. */
    private static final List<Long> DIVISIONS_GRAMS = List.of(50_000L, 20_000L, 10_000L, 5_000L, 2_000L, 1_000L);

    @Override
    public Detector detector() {
        return Detector.LAST_DIGITS;
    }

    @Override
    public Duration memory() {
        return QUARTER;
    }

    @Override
    public List<Finding> judge(List<Weighing> facts, Instant since) {
        return facts.stream()
                .filter(Weighing::isOfKnownScale)
                .filter(ticket -> !quarter(ticket.at()).isBefore(quarter(since)))
                .collect(Collectors.groupingBy(
                        ticket -> ticket.scaleKey() + ' ' + quarter(ticket.at()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values()
                .stream()
                .flatMap(tickets -> IntStream.range(0, tickets.size() / TICKETS)
                        .mapToObj(
                                number -> new Block(number, tickets.subList(number * TICKETS, (number + 1) * TICKETS))))
                .filter(block -> !block.tickets().getLast().at().isBefore(since))
                .flatMap(block -> judgeBlock(block).stream())
                .toList();
    }

    /** Its first day. */
    private static LocalDate quarter(Instant at) {
        return LocalDate.ofInstant(at, CityTime.ZONE).with(IsoFields.DAY_OF_QUARTER, 1);
    }

    private static Optional<Finding> judgeBlock(Block block) {
        var tickets = block.tickets();
        var division = division(tickets);
        var counts = new int[DIGITS];
        tickets.forEach(ticket -> counts[(int) (ticket.grossGrams() / division % DIGITS)]++);
        var chiSquare = chiSquare(counts, tickets.size());
        return chiSquare > CHI_SQUARE_MOST
                ? Optional.of(finding(block, division, counts, chiSquare))
                : Optional.empty();
    }

    /** The coarsest step that all of the weights are multiples of; who rounds to hundreds shows no finer one. */
    private static long division(List<Weighing> tickets) {
        return DIVISIONS_GRAMS.stream()
                .filter(step -> tickets.stream().allMatch(ticket -> ticket.grossGrams() % step == 0))
                .findFirst()
                .orElse(1L);
    }

    static double chiSquare(int[] counts, int tickets) {
        var expected = (double) tickets / counts.length;
        return IntStream.of(counts)
                .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();
    }

    private static Finding finding(Block block, long division, int[] counts, double chiSquare) {
        var tickets = block.tickets();
        var first = tickets.getFirst();
        var most = IntStream.range(0, DIGITS)
                .reduce((one, other) -> counts[other] > counts[one] ? other : one)
                .orElse(0);
        return new Finding(
                Detector.LAST_DIGITS,
                Severity.MEDIUM,
                first.scale(),
                Finding.keyOf(first.scaleKey(), quarter(first.at()), block.number()),
                chiSquare,
                CHI_SQUARE_MOST,
                List.of(
                        new Figure(Name.TICKETS, tickets.size()),
                        new Figure(Name.DIVISION_GRAMS, division),
                        new Figure(Name.CHI_SQUARE, chiSquare),
                        new Figure(Name.MOST_FREQUENT_DIGIT, most),
                        new Figure(Name.MOST_FREQUENT_DIGIT_TICKETS, counts[most])),
                Weighing.weighersOf(tickets),
                tickets.stream()
                        .map(ticket -> Evidence.of(ticket, ticket.weigher(), null, ticket.grossGrams()))
                        .toList());
    }

    /** @param number from 0, of a scale's blocks in a quarter */
    private record Block(int number, List<Weighing> tickets) {}
}
