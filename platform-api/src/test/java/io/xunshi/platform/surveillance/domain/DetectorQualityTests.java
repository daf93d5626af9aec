package io.xunshi.platform.surveillance.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Writes what <code>./xunshi surveillance</code> prints, and notices when a figure is lost. */
class DetectorQualityTests {
    private static final int MARKETS = 5;

    @Test
    void everyDetectorFindsNineInTenAndIsRightInNineOfTen() throws IOException {
        var qualities = IntStream.range(0, MARKETS)
                .mapToObj(DetectorQualityTests::qualities)
                .reduce(DetectorQualityTests::plus)
                .orElseThrow();

        Files.writeString(
                Files.createDirectories(Path.of("target")).resolve("surveillance.txt"),
                Stream.concat(
                                Stream.of(DetectorQuality.HEAD),
                                qualities.stream().map(DetectorQuality::line))
                        .collect(Collectors.joining("\n", "", "\n")));

        assertThat(qualities).extracting(DetectorQuality::detector).containsExactly(Detector.values());
        assertThat(qualities)
                .allSatisfy(quality -> assertThat(quality.precision()).isGreaterThanOrEqualTo(0.9))
                .allSatisfy(quality -> assertThat(quality.recall()).isGreaterThanOrEqualTo(0.9));
    }

    private static List<DetectorQuality> plus(List<DetectorQuality> some, List<DetectorQuality> others) {
        return IntStream.range(0, some.size())
                .mapToObj(index -> some.get(index).plus(others.get(index)))
                .toList();
    }

    private static List<DetectorQuality> qualities(long seed) {
        var market = new SyntheticMarket(seed);
        var related = market.relatedSides();
        var deals = market.deals();
        var prices = market.prices();
        Function<Finding, String> bySubject = Finding::subject;
        return List.of(
                DetectorQuality.of(new CommonControl(), related, related::ofLastFact),
                DetectorQuality.of(new CircularTrade(), deals, deals::ofLastFact),
                DetectorQuality.of(new RepeatedGross(), market.repeatedGross(), bySubject),
                DetectorQuality.of(new LastDigits(), market.lastDigits(), bySubject),
                DetectorQuality.of(new TareDrift(), market.tares(), bySubject),
                DetectorQuality.of(new PriceOutlier(), prices, prices::ofLastFact),
                DetectorQuality.of(
                        new ShillBidding(),
                        market.auctions(),
                        finding -> finding.organisations().getFirst().toString()));
    }
}
