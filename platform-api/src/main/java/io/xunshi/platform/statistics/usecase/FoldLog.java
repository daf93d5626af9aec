package io.xunshi.platform.statistics.usecase;

import io.xunshi.platform.statistics.StatisticsProblem;
import io.xunshi.platform.trace.TraceLog;
import io.xunshi.platform.trace.TraceLog.Entry;
import io.xunshi.platform.trace.TraceLog.Sealed;
import io.xunshi.transparency.fold.MarketFold;
import io.xunshi.transparency.price.ClosedWeek;
import io.xunshi.transparency.price.PricePublication;
import io.xunshi.transparency.record.LogRecord;
import io.xunshi.transparency.record.PriceWeek;
import io.xunshi.transparency.record.Vintage;
import io.xunshi.transparency.statistics.DailyFigures.Figure;
import io.xunshi.transparency.statistics.DailyFigures.PlaceFigure;
import io.xunshi.transparency.statistics.Valuation;
import io.xunshi.transparency.statistics.Valuations.Thing;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Keeps the fold of the log in memory and takes in what was sealed since. After a restart it begins at the first
 * record: there is no stored state that could differ from the log. Thread-safe.
 */
@Component
public class FoldLog {
    private static final int BATCH = 2000;

    private final TraceLog log;
    private final MarketFold newest = new MarketFold();

    FoldLog(TraceLog log) {
        this.log = log;
    }

    /** The figures at the newest checkpoint; empty while nothing is sealed. */
    public Mono<Published> latest() {
        return atNewest((promise, fold) ->
                new Published(promise, fold.daily().figures(), fold.daily().placeFigures()));
    }

    /** What a thing is worth at the newest checkpoint; empty while nothing is sealed. */
    public Mono<Valued> valuation(Thing thing) {
        return atNewest((promise, fold) ->
                new Valued(promise, fold.valuations().of(thing).orElse(null)));
    }

    private <T> Mono<T> atNewest(BiFunction<Sealed, MarketFold, T> question) {
        return log.latest()
                .flatMap(promise -> takeIn(newest, promise.size())
                        .then(Mono.fromCallable(() -> answer(promise, question)))
                        .flatMap(Mono::justOrEmpty)
                        // Another reader met a newer checkpoint meanwhile and took more in: look again.
                        .switchIfEmpty(Mono.defer(() -> atNewest(question))));
    }

    /**
     * The publication at a checkpoint, byte for byte what anybody computes from the tiles. Raises
     * {@link StatisticsProblem#NO_SUCH_CHECKPOINT}.
     */
    public Mono<byte[]> publicationAt(long size) {
        var fold = new MarketFold();
        return log.at(size)
                .switchIfEmpty(Mono.error(StatisticsProblem.NO_SUCH_CHECKPOINT::raise))
                .flatMap(promise -> takeIn(fold, promise.size())
                        .then(Mono.fromCallable(() -> fold.daily().publication(promise.root()))));
    }

    /**
     * The figures of a closed week at the newest checkpoint; empty while none covers what they are made of, and where
     * another reader took more in meanwhile: ask again. Computed on a thread for such work.
     */
    Mono<PricePublication> prices(PriceWeek week, Vintage vintage) {
        return log.latest()
                .flatMap(promise -> takeIn(newest, promise.size())
                        .then(Mono.fromCallable(() -> closed(week, vintage, promise)))
                        .flatMap(Mono::justOrEmpty)
                        .publishOn(Schedulers.boundedElastic())
                        .map(closed -> closed.publication(promise.size(), promise.root())));
    }

    private Optional<ClosedWeek> closed(PriceWeek week, Vintage vintage, Sealed promise) {
        synchronized (newest) {
            return newest.size() == promise.size() ? newest.prices().closed(week, vintage) : Optional.empty();
        }
    }

    private Mono<Void> takeIn(MarketFold fold, long size) {
        return Mono.defer(() -> log.entriesFrom(sizeOf(fold), BATCH).collectList())
                .doOnNext(entries -> add(fold, entries, size))
                .repeat(() -> sizeOf(fold) < size)
                .then();
    }

    /** Two readers may bring the same entries; the second finds them taken in. */
    private static void add(MarketFold fold, List<Entry> entries, long size) {
        synchronized (fold) {
            entries.stream()
                    .filter(entry -> entry.index() == fold.size() && entry.index() < size)
                    .map(entry -> LogRecord.read(entry.bytes()))
                    .forEach(fold::add);
        }
    }

    private static long sizeOf(MarketFold fold) {
        synchronized (fold) {
            return fold.size();
        }
    }

    private <T> Optional<T> answer(Sealed promise, BiFunction<Sealed, MarketFold, T> question) {
        synchronized (newest) {
            return newest.size() == promise.size() ? Optional.of(question.apply(promise, newest)) : Optional.empty();
        }
    }

    /** Figures with the checkpoint that they were computed at. */
    public record Published(Sealed checkpoint, List<Figure> figures, List<PlaceFigure> places) {}

    /** @param valuation null where too little was sold to say */
    public record Valued(Sealed checkpoint, @Nullable Valuation valuation) {}
}
