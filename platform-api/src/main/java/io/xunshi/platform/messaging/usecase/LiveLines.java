package io.xunshi.platform.messaging.usecase;

import io.micrometer.core.instrument.MeterRegistry;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.messaging.storage.LiveChannel;
import io.xunshi.platform.messaging.storage.LiveChannel.Call;
import io.xunshi.platform.messaging.storage.LiveEventRepository;
import io.xunshi.platform.messaging.storage.LiveEventRepository.Position;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * The open pages of this replica. They are woken by what happens here, by other replicas' calls through one
 * subscription, and, should Redis be silent, by one look at all their positions every few seconds.
 */
@Component
public class LiveLines {
    private final LiveChannel channel;
    private final LiveEventRepository events;
    private final LiveSettings settings;
    private final Map<AccountId, List<LiveLine>> lines = new ConcurrentHashMap<>();
    private final Set<AccountId> toBeCalled = ConcurrentHashMap.newKeySet();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicBoolean isListening = new AtomicBoolean();
    private final Sinks.Empty<Void> closing = Sinks.empty();
    private volatile boolean isClosing;

    LiveLines(LiveChannel channel, LiveEventRepository events, LiveSettings settings, MeterRegistry meters) {
        this.channel = channel;
        this.events = events;
        this.settings = settings;
        meters.gauge("xunshi.live.lines", count);
    }

    LiveLine open(AccountId person) {
        var line = new LiveLine(person);
        lines.compute(person, (same, open) -> with(line, open == null ? List.of() : open));
        count.incrementAndGet();
        if (isClosing) {
            line.hangUp();
        }
        return line;
    }

    void close(LiveLine line) {
        lines.computeIfPresent(line.person(), (same, open) -> without(line, open));
        count.decrementAndGet();
    }

    /** Wakes people's pages here at once, and soon those of the other replicas. */
    void wake(Collection<AccountId> people) {
        people.forEach(person -> each(person, LiveLine::wake));
        toBeCalled.addAll(people);
    }

    /** Many wakes of a moment become one call. At a rate, because a silent Redis must not hold up what else is due. */
    @Scheduled(fixedRateString = "${xunshi.live.call-interval:20ms}")
    public Mono<Void> callReplicas() {
        return Mono.defer(() -> {
            var people = List.copyOf(toBeCalled);
            people.forEach(toBeCalled::remove);
            return people.isEmpty() ? Mono.empty() : channel.wake(people);
        });
    }

    /** So that silence means a broken subscription. */
    @Scheduled(fixedRateString = "${xunshi.live.here-interval:5s}")
    public Mono<Void> sayHere() {
        return channel.here();
    }

    /** Listens until the subscription fails or falls silent, and begins anew a moment later; never twice at once. */
    @Scheduled(fixedRateString = "${xunshi.live.listen-again:1s}")
    public Mono<Void> hearReplicas() {
        return Mono.defer(() -> isListening.compareAndSet(false, true) ? listen() : Mono.empty());
    }

    /** What no call told: Redis is down, or a replica died before it called. */
    @Scheduled(fixedDelayString = "${xunshi.live.look-interval:5s}")
    public Mono<Void> lookForMissed() {
        return Mono.defer(() -> lines.isEmpty()
                ? Mono.empty()
                : events.positions(List.copyOf(lines.keySet()))
                        .doOnNext(this::wakeBehind)
                        .then());
    }

    /** A server that stops lets its pages go to another one, and need not wait for them. */
    @EventListener(ContextClosedEvent.class)
    public void hangUp() {
        isClosing = true;
        closing.tryEmitEmpty();
        lines.values().forEach(open -> open.forEach(LiveLine::hangUp));
    }

    private Mono<Void> listen() {
        return channel.calls()
                .timeout(settings.silenceMax())
                .takeUntilOther(closing.asMono())
                .doOnNext(this::answer)
                .then()
                .onErrorResume(silent -> Mono.empty())
                .doFinally(end -> isListening.set(false));
    }

    private void answer(Call call) {
        switch (call) {
            case Call.Here here -> {}
            case Call.Wake wake -> each(wake.account(), LiveLine::wake);
            case Call.Typing typing -> each(typing.account(), line -> line.showTyping(typing.conversation()));
        }
    }

    private void wakeBehind(Position newest) {
        each(newest.account(), line -> {
            if (line.position() < newest.sequence()) {
                line.wake();
            }
        });
    }

    private void each(AccountId person, Consumer<LiveLine> action) {
        lines.getOrDefault(person, List.of()).forEach(action);
    }

    private List<LiveLine> with(LiveLine line, List<LiveLine> open) {
        var more = new ArrayDeque<>(open);
        while (more.size() >= settings.linesMax()) {
            more.removeFirst().hangUp();
        }
        more.addLast(line);
        return List.copyOf(more);
    }

    /** Null, and so no entry, for the last one. */
    private static @Nullable List<LiveLine> without(LiveLine line, List<LiveLine> open) {
        var rest = open.stream().filter(one -> one != line).toList();
        return rest.isEmpty() ? null : rest;
    }
}
