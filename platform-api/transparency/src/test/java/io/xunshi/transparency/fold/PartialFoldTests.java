package io.xunshi.transparency.fold;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.transparency.merkle.Hash;
import io.xunshi.transparency.price.Observations;
import io.xunshi.transparency.record.LogRecord;
import io.xunshi.transparency.record.Vintage;
import io.xunshi.transparency.statistics.Valuations.Thing;
import io.xunshi.transparency.verify.Logs;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartialFoldTests {
    private static final Hash ROOT = Hash.ofLeaf(new byte[] {1});

    /** More sales of a category and grade than are looked at, so that the oldest are left out wherever they stand. */
    private static final List<LogRecord> LOG = log(6_000);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void howeverTheLogIsCutAndInWhateverOrderPartsAreMergedTheWholeIsTheSame(long seed) {
        var random = new Random(seed);

        var whole = merged(parts(random), random).whole();

        assertSame(whole, incremental());
    }

    @Test
    void entriesCanBeDealtOutOneByOne() {
        var parts = List.of(new PartialFold(), new PartialFold(), new PartialFold());
        for (int i = LOG.size() - 1; i >= 0; i--) {
            parts.get(i % parts.size()).add(i, LOG.get(i).bytes());
        }

        assertSame(merged(new ArrayList<>(parts), new Random(0)).whole(), incremental());
    }

    @Test
    void aPartIsTheSameAfterAJourney() throws Exception {
        var part = new PartialFold();
        for (int i = 0; i < LOG.size(); i++) {
            part.add(i, LOG.get(i).bytes());
        }
        var sent = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(sent)) {
            out.writeObject(part);
        }

        try (var in = new ObjectInputStream(new ByteArrayInputStream(sent.toByteArray()))) {
            assertSame(((PartialFold) in.readObject()).whole(), incremental());
        }
    }

    private static List<PartialFold> parts(Random random) {
        var parts = new ArrayList<PartialFold>();
        for (int from = 0; from < LOG.size(); ) {
            var part = new PartialFold();
            var to = Math.min(LOG.size(), from + random.nextInt(2_000));
            for (; from < to; from++) {
                part.add(from, LOG.get(from).bytes());
            }
            parts.add(part);
        }
        return parts;
    }

    /** Any two of them become one until one is left. */
    private static PartialFold merged(List<PartialFold> parts, Random random) {
        while (parts.size() > 1) {
            Collections.shuffle(parts, random);
            var other = parts.removeLast();
            parts.getFirst().merge(other);
        }
        return parts.getFirst();
    }

    private static MarketFold incremental() {
        var fold = new MarketFold();
        LOG.forEach(fold::add);
        return fold;
    }

    private static void assertSame(MarketFold fold, MarketFold expected) {
        assertThat(fold.size()).isEqualTo(expected.size());
        assertThat(fold.daily().publication(ROOT)).isEqualTo(expected.daily().publication(ROOT));
        assertThat(pricesOf(fold)).isEqualTo(pricesOf(expected)).isPresent();
        for (var category : List.of("sofa", "bicycle", "laptop")) {
            var thing = new Thing(category, "GOOD", "ZZ-JS");
            assertThat(fold.valuations().of(thing))
                    .isEqualTo(expected.valuations().of(thing))
                    .isPresent();
        }
    }

    private static Optional<String> pricesOf(MarketFold fold) {
        return fold.prices()
                .publication(Observations.WEEK, Vintage.P, LOG.size(), ROOT)
                .map(publication -> Hash.ofLeaf(publication.bytes()).toString());
    }

    /** With the records of a week's prices among the trades. */
    private static List<LogRecord> log(int trades) {
        var log = new ArrayList<LogRecord>(Logs.sales(trades, 4));
        var prices = Observations.week();
        for (int i = 0; i < prices.size(); i++) {
            log.add(i * trades / prices.size(), prices.get(i));
        }
        return List.copyOf(log);
    }
}
