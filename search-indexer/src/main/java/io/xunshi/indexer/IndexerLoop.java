package io.xunshi.indexer;

import io.lettuce.core.RedisException;
import io.xunshi.indexer.index.EngineRefusal;
import io.xunshi.indexer.index.WrittenIndices;
import io.xunshi.indexer.stream.IndexMessageReader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Runs the use case without end on a thread of its own. While Redis or Elasticsearch is down it waits, longer each
 * time, and goes on where it stopped.
 */
@Component
class IndexerLoop implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(IndexerLoop.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(12);

    private final WrittenIndices indices;
    private final IndexMessages indexMessages;
    private final IndexMessageReader reader;
    private final IndexerSettings settings;
    private final AtomicReference<@Nullable String> trouble = new AtomicReference<>();
    private @Nullable Thread thread;
    private volatile boolean isRunning;
    private boolean isPrepared;

    IndexerLoop(
            WrittenIndices indices, IndexMessages indexMessages, IndexMessageReader reader, IndexerSettings settings) {
        this.indices = indices;
        this.indexMessages = indexMessages;
        this.reader = reader;
        this.settings = settings;
    }

    @Override
    public void start() {
        isRunning = true;
        thread = Thread.ofPlatform().name("indexer").start(this::run);
    }

    @Override
    public void stop() {
        isRunning = false;
        var running = thread;
        if (running != null) {
            await(running);
        }
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }

    /** Why nothing is indexed at the moment; null where all is well. */
    @Nullable
    String trouble() {
        return trouble.get();
    }

    private void run() {
        var pause = FIRST_PAUSE;
        while (isRunning) {
            if (step()) {
                pause = FIRST_PAUSE;
            } else {
                reader.readAgain();
                sleep(pause);
                pause = longer(pause);
            }
        }
    }

    private boolean step() {
        try {
            if (!isPrepared) {
                indices.prepare();
                isPrepared = true;
            }
            var isFinished = indexMessages.indexNext();
            recover();
            return isFinished;
        } catch (RedisException | UncheckedIOException | EngineRefusal e) {
            report(e);
            return false;
        }
    }

    private void report(RuntimeException e) {
        if (trouble.getAndSet(String.valueOf(e.getMessage())) == null) {
            log.warn("Indexing waits: {}", e.getMessage());
        }
    }

    private void recover() {
        if (trouble.getAndSet(null) != null) {
            log.info("Indexing goes on");
        }
    }

    private Duration longer(Duration pause) {
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(settings.longestPause()) > 0 ? settings.longestPause() : doubled;
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(Thread running) {
        try {
            running.join(STOP_LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
