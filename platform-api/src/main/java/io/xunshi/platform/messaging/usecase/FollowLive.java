package io.xunshi.platform.messaging.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.messaging.domain.LiveSignal;
import io.xunshi.platform.messaging.storage.LiveEventRepository;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps an open page current until it is left. Events come once each and in their order, also over a line that broke:
 * the page says what it knows, and hears what came after it.
 */
@Component
public class FollowLive {
    private final LiveLines lines;
    private final LiveEventRepository events;
    private final LiveSettings settings;
    private final Clock clock;

    FollowLive(LiveLines lines, LiveEventRepository events, LiveSettings settings, Clock clock) {
        this.lines = lines;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param known the last sequence that the page heard; null for a page that has just read everything
     * @param isSignedIn asked at every heartbeat; the line ends with the session
     */
    public Flux<LiveSignal> follow(AccountId person, @Nullable Long known, Mono<Boolean> isSignedIn) {
        return Flux.using(() -> lines.open(person), line -> signals(line, known, isSignedIn), lines::close);
    }

    /** Who was away longer loads the page anew. */
    @Scheduled(fixedDelayString = "${xunshi.live.forget-interval:1h}")
    public Mono<Void> forget() {
        return Mono.defer(() -> events.forgetOlderThan(clock.instant().minus(settings.retention()))
                .then());
    }

    private Flux<LiveSignal> signals(LiveLine line, @Nullable Long known, Mono<Boolean> isSignedIn) {
        return begin(line, known)
                .flatMapMany(ready ->
                        Flux.concat(Mono.just(ready), Flux.merge(news(line), typing(line), heartbeats(isSignedIn))))
                .takeUntilOther(line.end())
                .takeUntil(LiveSignal.SignedOut.class::isInstance)
                .filter(signal -> !(signal instanceof LiveSignal.SignedOut));
    }

    private Mono<LiveSignal> begin(LiveLine line, @Nullable Long known) {
        var from = known == null ? events.position(line.person()) : Mono.just(known);
        return from.doOnNext(line::moveTo).map(position -> new LiveSignal.Ready(position, known != null));
    }

    private Flux<LiveSignal> news(LiveLine line) {
        return line.wakes().concatMap(wake -> look(line), 1);
    }

    private Flux<LiveSignal> look(LiveLine line) {
        return events.backlog(line.person(), line.position())
                .flatMapIterable(backlog -> backlog.after(line.position()))
                .doOnNext(signal -> line.moveTo(positionAfter(signal, line.position())));
    }

    private static Flux<LiveSignal> typing(LiveLine line) {
        return line.typing().map(LiveSignal.Typing::new);
    }

    /** While nobody can tell whether the session is open, it is taken to be: what the person hears is their own. */
    private Flux<LiveSignal> heartbeats(Mono<Boolean> isSignedIn) {
        return Flux.interval(settings.heartbeat())
                .onBackpressureDrop()
                .concatMap(tick -> isSignedIn.onErrorReturn(true), 1)
                .map(open -> open ? new LiveSignal.Heartbeat() : new LiveSignal.SignedOut());
    }

    private static long positionAfter(LiveSignal signal, long position) {
        return switch (signal) {
            case LiveSignal.News news -> news.event().sequence();
            case LiveSignal.Resync resync -> resync.position();
            case LiveSignal.Ready ready -> ready.position();
            case LiveSignal.Typing typing -> position;
            case LiveSignal.Heartbeat heartbeat -> position;
            case LiveSignal.SignedOut signedOut -> position;
        };
    }
}
