package io.xunshi.platform.statistics.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.trace.TraceLog;
import io.xunshi.transparency.merkle.Hash;
import io.xunshi.transparency.merkle.MerkleTree;
import io.xunshi.transparency.price.PricePublication;
import io.xunshi.transparency.record.LogRecord;
import io.xunshi.transparency.record.PriceRecord.WeekClosed;
import io.xunshi.transparency.record.PriceWeek;
import io.xunshi.transparency.record.Vintage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class FoldLogTests {
    private static final PriceWeek WEEK = new PriceWeek(LocalDate.of(2026, 11, 16));
    private static final PriceWeek NEXT = new PriceWeek(LocalDate.of(2026, 11, 23));

    private final Log log = new Log();
    private final FoldLog foldLog = new FoldLog(log);

    @Test
    void noPublicationNamesACheckpointThatDoesNotCoverIt() {
        log.seal(closed(NEXT));
        // The newest checkpoint is read, then another reader takes in the next one.
        var stale = log.latest().blockOptional().orElseThrow();
        log.seal(closed(WEEK));
        foldLog.latest().block();
        log.answer = stale;

        assertThat(foldLog.prices(WEEK, Vintage.P).blockOptional()).isEmpty();

        log.answer = null;
        assertThat(foldLog.prices(WEEK, Vintage.P).blockOptional())
                .map(PricePublication::size)
                .contains(2L);
    }

    @Test
    void aWeekThatContradictsItselfStopsNoOtherFigures() {
        log.seal(closed(WEEK));
        log.seal(closed(WEEK));
        log.seal(closed(NEXT));

        assertThat(foldLog.latest().blockOptional())
                .hasValueSatisfying(
                        published -> assertThat(published.checkpoint().size()).isEqualTo(3));
        assertThat(foldLog.prices(NEXT, Vintage.P).blockOptional()).isPresent();
    }

    @Test
    void figuresAreNotComputedOnTheThreadThatReadTheLog() {
        log.seal(closed(WEEK));
        var thread = new AtomicReference<String>();

        foldLog.prices(WEEK, Vintage.P)
                .doOnNext(publication -> thread.set(Thread.currentThread().getName()))
                .block();

        assertThat(thread.get()).startsWith("boundedElastic");
    }

    private static WeekClosed closed(PriceWeek week) {
        return new WeekClosed(week, Vintage.P, 0, new TreeMap<>(), "0");
    }

    /** A checkpoint after each record. */
    private static final class Log implements TraceLog {
        private final List<LogRecord> records = new ArrayList<>();
        private @Nullable Sealed answer;

        void seal(LogRecord record) {
            records.add(record);
        }

        @Override
        public Mono<Sealed> latest() {
            return answer == null ? at(records.size()) : Mono.just(answer);
        }

        @Override
        public Mono<Sealed> at(long size) {
            var tree = new MerkleTree();
            records.stream().limit(size).forEach(record -> tree.append(Hash.ofLeaf(record.bytes())));
            return Mono.just(new Sealed(size, tree.root(), ""));
        }

        @Override
        public Flux<Entry> entriesFrom(long index, int limit) {
            return Flux.fromStream(IntStream.range((int) index, records.size())
                    .limit(limit)
                    .mapToObj(i -> new Entry(i, records.get(i).bytes())));
        }

        @Override
        public Flux<Entry> entriesOf(UUID orderId) {
            return Flux.empty();
        }
    }
}
