package io.xunshi.platform.messaging.usecase;

import io.xunshi.platform.identity.AccountId;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.FluxSink.OverflowStrategy;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * One open page. It holds a position and no events: a wake only says that a look at the database is worth it, so a slow
 * reader costs no memory, and wakes that come while it looks become one. Any thread may wake it; none waits for
 * another.
 */
final class LiveLine {
    private final AccountId person;
    private final AtomicLong position = new AtomicLong();
    private final Sinks.Empty<Void> end = Sinks.empty();
    private volatile @Nullable FluxSink<Boolean> wakes;
    private volatile @Nullable FluxSink<UUID> typing;

    LiveLine(AccountId person) {
        this.person = person;
    }

    AccountId person() {
        return person;
    }

    long position() {
        return position.get();
    }

    void moveTo(long sequence) {
        position.set(sequence);
    }

    void wake() {
        emit(wakes, true);
    }

    void showTyping(UUID conversation) {
        emit(typing, conversation);
    }

    void hangUp() {
        end.tryEmitEmpty();
    }

    /** Begins with one, for what came before anybody listened. */
    Flux<Boolean> wakes() {
        return Flux.create(
                sink -> {
                    wakes = sink;
                    sink.next(true);
                },
                OverflowStrategy.LATEST);
    }

    Flux<UUID> typing() {
        return Flux.create(sink -> typing = sink, OverflowStrategy.DROP);
    }

    Mono<Void> end() {
        return end.asMono();
    }

    /** These sinks put the emissions of several threads in a row. */
    private static <T> void emit(@Nullable FluxSink<T> sink, T value) {
        if (sink != null) {
            sink.next(value);
        }
    }
}
