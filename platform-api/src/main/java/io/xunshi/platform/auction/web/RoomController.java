package io.xunshi.platform.auction.web;

import io.xunshi.platform.auction.AuctionId;
import io.xunshi.platform.auction.usecase.AuctionSettings;
import io.xunshi.platform.auction.usecase.FollowRoom;
import io.xunshi.platform.auction.usecase.RoomSignal;
import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An auction as it happens (HTML Standard, server-sent events). */
@RestController
class RoomController {
    private final FollowRoom followRoom;
    private final AuctionSettings settings;
    private final Clock clock;

    RoomController(FollowRoom followRoom, AuctionSettings settings, Clock clock) {
        this.followRoom = followRoom;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Events are ready, bid, state and clock; each says the server's time. The id of an event is the number of the last
     * bid that was told, so a page that reconnects misses none.
     *
     * @param known sent by browsers when they reconnect; 0 for all bids from the first
     */
    @GetMapping(path = "/api/v1/auctions/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Access(Caller.PUBLIC)
    Mono<ResponseEntity<Flux<ServerSentEvent<RoomEvent>>>> follow(
            @PathVariable UUID id, @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String known) {
        return followRoom
                .follow(new AuctionId(id), positionOf(known))
                .map(signals -> ResponseEntity.ok()
                        .header("Cache-Control", "no-store")
                        // Proxies that collect an answer before they pass it on would collect for ever.
                        .header("X-Accel-Buffering", "no")
                        .body(signals.map(this::event)));
    }

    private static @Nullable Long positionOf(@Nullable String known) {
        if (known == null || known.isEmpty()) {
            return null;
        }
        return known.matches("[0-9]{1,9}") ? Long.valueOf(known) : Long.valueOf(-1);
    }

    private ServerSentEvent<RoomEvent> event(RoomSignal signal) {
        var now = clock.instant();
        return switch (signal) {
            case RoomSignal.Ready ready -> ready(ready, now);
            case RoomSignal.Placed placed ->
                named("bid")
                        .id(String.valueOf(placed.bid().sequence()))
                        .data(new RoomEvent(now, null, BidResponse.of(placed.bid())))
                        .build();
            case RoomSignal.Changed changed ->
                named("state")
                        .data(new RoomEvent(now, AuctionResponse.of(changed.sale()), null))
                        .build();
            case RoomSignal.Tick tick ->
                named("clock").data(new RoomEvent(now, null, null)).build();
        };
    }

    /** Browsers come back at different moments, so that a restarted server is not overrun. */
    private ServerSentEvent<RoomEvent> ready(RoomSignal.Ready ready, Instant now) {
        var pause = settings.reconnectMin();
        return named("ready")
                .id(String.valueOf(ready.position()))
                .retry(pause.plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis() + 1)))
                .data(new RoomEvent(now, AuctionResponse.of(ready.sale()), null))
                .build();
    }

    private static ServerSentEvent.Builder<RoomEvent> named(String event) {
        return ServerSentEvent.<RoomEvent>builder().event(event);
    }

    /**
     * What an event says.
     *
     * @param serverTime by which pages set their clocks
     * @param auction how it stands; null where the event is about something else
     */
    record RoomEvent(
            Instant serverTime,
            @Nullable AuctionResponse auction,
            @Nullable BidResponse bid) {}
}
