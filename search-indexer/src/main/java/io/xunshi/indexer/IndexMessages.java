package io.xunshi.indexer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.xunshi.indexer.document.IndexWrite;
import io.xunshi.indexer.document.MessageCodec;
import io.xunshi.indexer.index.BulkWriter;
import io.xunshi.indexer.index.WriteOutcome;
import io.xunshi.indexer.index.WriteOutcome.Outdated;
import io.xunshi.indexer.index.WriteOutcome.Postponed;
import io.xunshi.indexer.index.WriteOutcome.Refused;
import io.xunshi.indexer.index.WriteOutcome.Written;
import io.xunshi.indexer.stream.IndexMessageReader;
import io.xunshi.indexer.stream.StreamEntry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The one use case: read a batch, write it, finish what took effect. A message is finished only after Elasticsearch's
 * answer about it was read, so a crash at any point repeats work and loses none.
 */
@Component
class IndexMessages {
    private static final Logger log = LoggerFactory.getLogger(IndexMessages.class);

    private final IndexMessageReader reader;
    private final MessageCodec codec;
    private final BulkWriter writer;
    private final MeterRegistry meters;
    private final Timer lag;
    private final Clock clock = Clock.systemUTC();

    IndexMessages(IndexMessageReader reader, MessageCodec codec, BulkWriter writer, MeterRegistry meters) {
        this.reader = reader;
        this.codec = codec;
        this.writer = writer;
        this.meters = meters;
        lag = Timer.builder("xunshi.indexer.lag")
                .description("From entering the stream to standing in the index")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
    }

    /**
     * Takes one batch to its end.
     *
     * @return whether everything that was read is finished; what is not will be read again
     */
    boolean indexNext() {
        var understood = reader.read().stream()
                .flatMap(entry -> understand(entry).stream())
                .toList();
        if (understood.isEmpty()) {
            return true;
        }
        var outcomes = writer.write(understood.stream().map(Work::write).toList());
        var done = new ArrayList<StreamEntry>();
        for (int position = 0; position < outcomes.size(); position++) {
            if (isDone(understood.get(position).entry(), outcomes.get(position))) {
                done.add(understood.get(position).entry());
            }
        }
        reader.finish(done);
        done.forEach(entry -> lag.record(clock.millis() - entry.takenAtMillis(), TimeUnit.MILLISECONDS));
        return done.size() == understood.size();
    }

    private List<Work> understand(StreamEntry entry) {
        try {
            return List.of(new Work(entry, codec.decode(entry.type(), entry.body())));
        } catch (IllegalArgumentException e) {
            bury(entry, String.valueOf(e.getMessage()));
            return List.of();
        }
    }

    private boolean isDone(StreamEntry entry, WriteOutcome outcome) {
        count(outcome);
        return switch (outcome) {
            case Written _, Outdated _ -> true;
            case Postponed _ -> false;
            case Refused refused -> {
                bury(entry, refused.reason());
                yield true;
            }
        };
    }

    private void bury(StreamEntry entry, String reason) {
        log.warn("Message {} of type {} is put aside: {}", entry.id(), entry.type(), reason);
        reader.bury(entry, reason);
    }

    private void count(WriteOutcome outcome) {
        var name = outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        meters.counter("xunshi.indexer.writes", "outcome", name).increment();
    }

    /** A message with what it means. */
    private record Work(StreamEntry entry, IndexWrite write) {}
}
