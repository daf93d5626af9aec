package io.xunshi.platform.surveillance.domain;

import io.xunshi.platform.surveillance.domain.Fact.SettledPrice;
import io.xunshi.platform.surveillance.domain.Finding.Evidence;
import io.xunshi.platform.surveillance.domain.Finding.Figure;
import io.xunshi.platform.surveillance.domain.Finding.Figure.Name;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * 价格异常. A settled price is held against those of the same material in the thirty days before it: how many median
 * deviations it is from their median. Both stay where they are, however wild some of the prices are.
 */
public final class PriceOutlier implements Detection<SettledPrice> {
    static final Duration WINDOW = Duration.ofDays(30);
    static final double Z_MOST = 4;

    /** With fewer there is no price to be far from. */
    static final int PRICES_LEAST = 8;

    /** Prices that all agree would make an outlier of the next one that differs by a yuan. */
    private static final double DEVIATION_SHARE_LEAST = 0.005;

    /** Makes a median deviation a standard deviation where prices are normal. */
    private static final double NORMAL = 1.4826;

    private static final double GRAVE_Z = 8;

    @Override
    public Detector detector() {
        return Detector.PRICE_OUTLIER;
    }

    @Override
    public Duration memory() {
        return WINDOW;
    }

    @Override
    public List<Finding> judge(List<SettledPrice> facts, Instant since) {
        return facts.stream()
                .collect(Collectors.groupingBy(SettledPrice::materialCode, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(prices -> IntStream.range(0, prices.size())
                        .filter(last -> !prices.get(last).at().isBefore(since))
                        .mapToObj(last -> judgeLast(prices.get(last), prices.subList(0, last)))
                        .flatMap(Optional::stream))
                .toList();
    }

    private static Optional<Finding> judgeLast(SettledPrice price, List<SettledPrice> earlier) {
        var from = price.at().minus(WINDOW);
        var around = earlier.stream().filter(other -> other.at().isAfter(from)).toList();
        if (around.size() < PRICES_LEAST) {
            return Optional.empty();
        }
        var median = Median.of(around.stream().map(SettledPrice::fenPerTonne).toList());
        var deviation = Math.max(
                NORMAL
                        * Median.of(around.stream()
                                .map(other -> Math.abs(other.fenPerTonne() - median))
                                .toList()),
                DEVIATION_SHARE_LEAST * median);
        var z = (price.fenPerTonne() - median) / deviation;
        return Math.abs(z) > Z_MOST ? Optional.of(finding(price, around, median, deviation, z)) : Optional.empty();
    }

    private static Finding finding(
            SettledPrice price, List<SettledPrice> around, double median, double deviation, double z) {
        return new Finding(
                Detector.PRICE_OUTLIER,
                Math.abs(z) > GRAVE_Z ? Severity.HIGH : Severity.MEDIUM,
                price.materialCode(),
                Finding.keyOf(price.code()),
                Math.abs(z),
                Z_MOST,
                List.of(
                        new Figure(Name.PRICE, price.fenPerTonne()),
                        new Figure(Name.MEDIAN_PRICE, median),
                        new Figure(Name.MEDIAN_DEVIATION, deviation),
                        new Figure(Name.PRICES, around.size()),
                        new Figure(Name.ROBUST_Z, z)),
                List.of(price.seller(), price.buyer()),
                Stream.concat(around.stream(), Stream.of(price))
                        .map(fact -> Evidence.of(fact, fact.seller(), fact.buyer(), fact.fenPerTonne()))
                        .toList());
    }
}
