package io.xunshi.indexer.stream;

import io.lettuce.core.Consumer;
import io.lettuce.core.RedisBusyException;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.XAddArgs;
import io.lettuce.core.XAutoClaimArgs;
import io.lettuce.core.XGroupCreateArgs;
import io.lettuce.core.XReadArgs;
import io.lettuce.core.XReadArgs.StreamOffset;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.Delay;
import io.xunshi.contracts.search.SearchStream;
import io.xunshi.indexer.IndexerSettings;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Reads the stream as one consumer of the group. What was read and not finished is read again: our own after an error,
 * that of a replica which died after it has been silent for a while. For use by one thread.
 */
@Component
public class IndexMessageReader implements DisposableBean {
    private static final Duration WAIT = Duration.ofMillis(500);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);

    /** The driver's own limit of half a minute would make the index that much older after every outage. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private static final int DEAD_LETTERS_KEPT = 10_000;
    private static final String GROUP_MISSING = "NOGROUP";
    private static final String FROM_THE_BEGINNING = "0";
    private static final String UNREAD = ">";

    private final IndexerSettings settings;
    private final Consumer<String> consumer =
            Consumer.from(SearchStream.GROUP, UUID.randomUUID().toString());
    private final ClientResources resources = DefaultClientResources.builder()
            .reconnectDelay(Delay.exponential(FIRST_PAUSE, LONGEST_PAUSE, 2, TimeUnit.MILLISECONDS))
            .build();
    private final RedisClient client;
    private @Nullable StatefulRedisConnection<String, String> connection;
    private boolean hasUnfinished;
    private long claimedAtNanos;

    IndexMessageReader(IndexerSettings settings) {
        this.settings = settings;
        var address = RedisURI.create(settings.redisUrl());
        address.setTimeout(ANSWER_LIMIT);
        client = RedisClient.create(resources, address);
        claimedAtNanos = System.nanoTime() - settings.claimAfter().toNanos();
    }

    /**
     * The next messages, oldest first; none where nothing came within half a second.
     *
     * @throws io.lettuce.core.RedisException while Redis does not answer
     */
    public List<StreamEntry> read() {
        try {
            return messages().stream()
                    .map(message -> new StreamEntry(message.getId(), message.getBody()))
                    .toList();
        } catch (RedisCommandExecutionException e) {
            if (!String.valueOf(e.getMessage()).startsWith(GROUP_MISSING)) {
                throw e;
            }
            createGroup();
            return List.of();
        }
    }

    /** Makes {@link #read} begin again with what was read and not finished. */
    public void readAgain() {
        hasUnfinished = true;
    }

    /** Forgets messages that took effect; whoever else has them will find nothing left to do. */
    public void finish(Collection<StreamEntry> done) {
        if (done.isEmpty()) {
            return;
        }
        var ids = done.stream().map(StreamEntry::id).toArray(String[]::new);
        var redis = redis();
        redis.multi();
        redis.xack(SearchStream.NAME, SearchStream.GROUP, ids);
        redis.xdel(SearchStream.NAME, ids);
        redis.exec();
    }

    /** Puts a message aside that can never take effect. */
    public void bury(StreamEntry entry, String reason) {
        var letter = new HashMap<>(entry.fields());
        letter.put(SearchStream.REASON, reason);
        var kept = XAddArgs.Builder.maxlen(DEAD_LETTERS_KEPT).approximateTrimming();
        redis().xadd(SearchStream.DEAD_LETTERS, kept, letter);
        finish(List.of(entry));
    }

    /** How many messages wait, those under way included. */
    public long backlog() {
        return redis().xlen(SearchStream.NAME);
    }

    @Override
    public void destroy() {
        client.shutdown();
        resources.shutdown();
    }

    private List<StreamMessage<String, String>> messages() {
        if (hasUnfinished) {
            var own = readGroup(XReadArgs.Builder.count(settings.batch()), FROM_THE_BEGINNING);
            hasUnfinished = !own.isEmpty();
            if (hasUnfinished) {
                return own;
            }
        }
        var left = leftByOthers();
        return left.isEmpty() ? gathered() : left;
    }

    /** What came first, and what comes soon after it. */
    private List<StreamMessage<String, String>> gathered() {
        var first = readGroup(XReadArgs.Builder.count(settings.batch()).block(WAIT), UNREAD);
        int room = settings.batch() - first.size();
        if (first.isEmpty() || room == 0) {
            return first;
        }
        sleep(settings.gather());
        var more = readGroup(XReadArgs.Builder.count(room), UNREAD);
        return Stream.concat(first.stream(), more.stream()).toList();
    }

    /** Woken early, it only gathers less. */
    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("unchecked") // The driver takes several streams as an array of a generic type; here it is one.
    private List<StreamMessage<String, String>> readGroup(XReadArgs how, String after) {
        return redis().xreadgroup(consumer, how, StreamOffset.from(SearchStream.NAME, after));
    }

    private List<StreamMessage<String, String>> leftByOthers() {
        if (System.nanoTime() - claimedAtNanos < settings.claimAfter().toNanos()) {
            return List.of();
        }
        var claim = XAutoClaimArgs.Builder.xautoclaim(consumer, settings.claimAfter(), FROM_THE_BEGINNING)
                .count(settings.batch());
        var claimed = redis().xautoclaim(SearchStream.NAME, claim).getMessages();
        if (claimed.isEmpty()) {
            claimedAtNanos = System.nanoTime();
        }
        return claimed;
    }

    private void createGroup() {
        try {
            redis().xgroupCreate(
                            StreamOffset.from(SearchStream.NAME, FROM_THE_BEGINNING),
                            SearchStream.GROUP,
                            XGroupCreateArgs.Builder.mkstream());
        } catch (RedisBusyException e) {
            // Another replica was first.
            return;
        }
    }

    private RedisCommands<String, String> redis() {
        var current = connection;
        if (current == null) {
            current = client.connect();
            connection = current;
        }
        return current.sync();
    }
}
