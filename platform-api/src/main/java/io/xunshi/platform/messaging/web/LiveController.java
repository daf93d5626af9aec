package io.xunshi.platform.messaging.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.identity.OpenSessions;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.messaging.domain.LiveSignal;
import io.xunshi.platform.messaging.usecase.FollowLive;
import io.xunshi.platform.messaging.usecase.LiveSettings;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Flux;

/** What is new for a person, as it happens (HTML Standard, server-sent events). */
@RestController
class LiveController {
    private final FollowLive followLive;
    private final OpenSessions openSessions;
    private final LiveSettings settings;

    LiveController(FollowLive followLive, OpenSessions openSessions, LiveSettings settings) {
        this.followLive = followLive;
        this.openSessions = openSessions;
        this.settings = settings;
    }

    /**
     * Events carry ids, not contents: the page asks for what it shows. Their names are ready, message, read,
     * conversation, notification, order, typing and resync; after the last, what is shown must be loaded anew.
     *
     * @param known sent by browsers when they reconnect; one that is no number of ours makes the page load anew
     */
    @GetMapping(path = "/api/v1/my/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Access(Caller.SIGNED_IN)
    ResponseEntity<Flux<ServerSentEvent<Map<String, String>>>> follow(
            @AuthenticationPrincipal SignedIn who,
            WebSession session,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String known) {
        var isSignedIn = openSessions.isOpen(session.getId());
        return ResponseEntity.ok()
                .header("Cache-Control", "no-store")
                // Proxies that collect an answer before they pass it on would collect for ever.
                .header("X-Accel-Buffering", "no")
                .body(followLive.follow(who.id(), positionOf(known), isSignedIn).map(this::event));
    }

    private static @Nullable Long positionOf(@Nullable String known) {
        if (known == null || known.isEmpty()) {
            return null;
        }
        return known.matches("[0-9]{1,18}") ? Long.valueOf(known) : Long.valueOf(-1);
    }

    private ServerSentEvent<Map<String, String>> event(LiveSignal signal) {
        return switch (signal) {
            case LiveSignal.Ready ready -> ready(ready);
            case LiveSignal.News news ->
                named(
                                news.event().kind().name().toLowerCase(Locale.ROOT),
                                news.event().sequence())
                        .data(news.event().detail())
                        .build();
            case LiveSignal.Resync resync ->
                named("resync", resync.position()).data(Map.of()).build();
            case LiveSignal.Typing typing ->
                ServerSentEvent.<Map<String, String>>builder()
                        .event("typing")
                        .data(Map.of("conversationId", typing.conversation().toString()))
                        .build();
            case LiveSignal.Heartbeat heartbeat ->
                ServerSentEvent.<Map<String, String>>builder()
                        .comment("still here")
                        .build();
            case LiveSignal.SignedOut signedOut -> throw new IllegalStateException("The line ends without a word");
        };
    }

    /** Browsers come back at different moments, so that a restarted server is not overrun. */
    private ServerSentEvent<Map<String, String>> ready(LiveSignal.Ready ready) {
        var pause = settings.reconnectMin();
        return named("ready", ready.position())
                .retry(pause.plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis() + 1)))
                .data(Map.of("resumed", String.valueOf(ready.isResumed())))
                .build();
    }

    private static ServerSentEvent.Builder<Map<String, String>> named(String event, long id) {
        return ServerSentEvent.<Map<String, String>>builder().event(event).id(String.valueOf(id));
    }
}
