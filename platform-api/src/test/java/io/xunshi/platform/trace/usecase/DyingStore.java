package io.xunshi.platform.trace.usecase;

import io.xunshi.platform.objectstore.ObjectStore;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A store in memory under whose writer the process dies at a chosen write, just before or just after it. */
final class DyingStore implements ObjectStore {
    private static final String CHECKPOINT = "log/checkpoint";

    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    private final List<String> checkpoints = new CopyOnWriteArrayList<>();
    private final AtomicInteger writes = new AtomicInteger();
    private volatile int dyingAt = Integer.MAX_VALUE;
    private volatile Death death = Death.BEFORE;
    private volatile Mono<Void> beforeShowing = Mono.empty();

    enum Death {
        BEFORE,
        AFTER
    }

    static final class Died extends RuntimeException {
        Died() {
            super("The process died");
        }
    }

    void dieAt(int write, Death when) {
        dyingAt = write;
        death = when;
    }

    /** What happens, once, while the next checkpoint is on its way here. */
    void meanwhile(Mono<Void> other) {
        beforeShowing = other;
    }

    void live() {
        dyingAt = Integer.MAX_VALUE;
    }

    void clear() {
        live();
        objects.clear();
        checkpoints.clear();
    }

    void beginCounting() {
        writes.set(0);
    }

    int writes() {
        return writes.get();
    }

    /** All checkpoints that were ever shown. */
    List<String> checkpoints() {
        return checkpoints;
    }

    byte @Nullable [] read(String key) {
        return objects.get(key);
    }

    /** Once dead, it writes nothing more: other writes of the same process were under way. */
    @Override
    public Mono<Void> put(String key, byte[] content, String contentType) {
        return others(key).then(Mono.defer(() -> written(key, content)));
    }

    private Mono<Void> others(String key) {
        return Mono.defer(() -> {
            if (!key.equals(CHECKPOINT)) {
                return Mono.empty();
            }
            var other = beforeShowing;
            beforeShowing = Mono.empty();
            return other;
        });
    }

    private Mono<Void> written(String key, byte[] content) {
        int write = writes.getAndIncrement();
        if (write < dyingAt || write == dyingAt && death == Death.AFTER) {
            write(key, content);
        }
        return write < dyingAt ? Mono.empty() : Mono.error(new Died());
    }

    @Override
    public Mono<byte[]> get(String key, long bytesMax) {
        return Mono.justOrEmpty(objects.get(key));
    }

    @Override
    public Mono<Void> remove(String key) {
        return Mono.fromRunnable(() -> objects.remove(key));
    }

    @Override
    public URI uploadAddress(String key, String contentType, long contentLength, Duration validity) {
        throw new UnsupportedOperationException("Nobody uploads to a log");
    }

    private void write(String key, byte[] content) {
        objects.put(key, content);
        if (key.equals(CHECKPOINT)) {
            checkpoints.add(new String(content, StandardCharsets.UTF_8));
        }
    }
}
