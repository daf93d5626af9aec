package io.xunshi.platform.auction;

import static io.xunshi.platform.Refusals.codeOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.auction.storage.RoomChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.Disposable;
import tools.jackson.databind.JsonNode;

/** Rooms in which people watch an auction: they hear every bid once, in order, whatever becomes of the line. */
@PlatformTest
class RoomIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int WATCHERS = 40;

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private RoomChannel channel;

    @Test
    void everybodyInTheRoomHearsEveryBidAndHowTheAuctionStands() {
        var hall = Hall.opened(database, port, Hall.plan());
        var one = hall.bidder(port, "甲厂");
        var other = hall.bidder(port, "乙厂");
        var watchers = new ArrayList<Watcher>();
        try {
            for (int i = 0; i < WATCHERS; i++) {
                watchers.add(new Watcher(hall, ""));
            }
            watchers.forEach(watcher -> watcher.awaitNamed("ready", 1));
            hall.bidUpTo(one, 1_600_000).expectStatus().isCreated();
            hall.bidUpTo(other, 1_550_000).expectStatus().isCreated();
            hall.bidUpTo(other, 1_700_000).expectStatus().isCreated();

            watchers.forEach(watcher -> watcher.awaitBids(1, 2, 3));
            watchers.forEach(watcher -> watcher.awaitState("/priceFen", "1608000"));
            assertThat(watchers.getFirst().named("bid").toString()).doesNotContain("1700000");
            assertThat(watchers.getFirst().heard)
                    .allSatisfy(event -> assertThat(
                                    Instant.parse(data(event).at("/serverTime").asString()))
                            .isBetween(
                                    Instant.now().minusSeconds(120),
                                    Instant.now().plusSeconds(5)));
        } finally {
            watchers.forEach(Watcher::close);
        }
    }

    @Test
    void whoComesBackHearsWhatTheyMissedOnceAndInOrder() {
        var hall = Hall.opened(database, port, Hall.plan());
        var one = hall.bidder(port, "甲厂");
        var other = hall.bidder(port, "乙厂");
        var bids = 30;
        IntStream.range(0, bids)
                .forEach(i -> hall.bid(i % 2 == 0 ? one : other, Hall.START + i * 8_000L)
                        .expectStatus()
                        .isCreated());

        try (var back = new Watcher(hall, "2");
                var fresh = new Watcher(hall, "0");
                var strange = new Watcher(hall, "gibberish")) {
            back.awaitBids(IntStream.rangeClosed(3, bids).toArray());
            fresh.awaitBids(IntStream.rangeClosed(1, bids).toArray());
            strange.awaitBids(IntStream.rangeClosed(1, bids).toArray());
        }
    }

    /** Another replica has written a bid and calls: nothing in this process knew of it. */
    @Test
    void aBidThatAnotherReplicaTookIsHeardToo() {
        var hall = Hall.opened(database, port, Hall.plan());
        var one = hall.bidder(port, "甲厂");
        hall.bid(one, Hall.START).expectStatus().isCreated();
        try (var watcher = new Watcher(hall, "1")) {
            watcher.awaitNamed("ready", 1);
            database.sql("""
                            with copied as (
                                insert into auction.bid
                                    (auction_id, sequence, paddle, kind, amount_fen, ceiling_cipher, at, price_fen, leader,
                                     ends_at, placed_by)
                                select auction_id, 2, paddle, 'RAISE', amount_fen, ceiling_cipher, at, price_fen, leader,
                                       ends_at, placed_by
                                from auction.bid where auction_id = :id returning auction_id)
                            update auction.auction set bids = 2, version = version + 1 from copied where id = auction_id
                            """).bind("id", UUID.fromString(hall.id)).then().block();
            channel.call(List.of(new AuctionId(UUID.fromString(hall.id)))).block();

            watcher.awaitBids(2);
        }
    }

    @Test
    void theOpeningAndTheCloseAreHeard() {
        var hall = Hall.published(database, port, Hall.plan());
        try (var watcher = new Watcher(hall, "")) {
            watcher.awaitNamed("ready", 1);
            hall.timePasses(Hall.UNTIL_OPENING);
            watcher.awaitState("/state", "OPEN");
            hall.timePasses(Hall.LENGTH);
            watcher.awaitState("/state", "FAILED");
        }
    }

    @Test
    void aDraftHasNoRoom() {
        var hall = Hall.drafted(database, port, Hall.plan());

        assertThat(codeOf(new Visitor(port).get(hall.path("/events")))).isEqualTo("auction.not-found");
    }

    private static JsonNode data(ServerSentEvent<JsonNode> event) {
        return Objects.requireNonNull(event.data(), "an event without data");
    }

    /** Somebody who is not signed in, with the room open. */
    private final class Watcher implements AutoCloseable {
        private final List<ServerSentEvent<JsonNode>> heard = new CopyOnWriteArrayList<>();
        private final Disposable line;

        Watcher(Hall hall, String known) {
            var request = new Visitor(port).request(HttpMethod.GET, hall.path("/events"));
            if (!known.isEmpty()) {
                request.header("Last-Event-ID", known);
            }
            line = request.exchange()
                    .expectStatus()
                    .isOk()
                    .returnResult(new ParameterizedTypeReference<ServerSentEvent<JsonNode>>() {})
                    .getResponseBody()
                    .subscribe(heard::add, error -> {});
        }

        List<ServerSentEvent<JsonNode>> named(String name) {
            return heard.stream().filter(event -> name.equals(event.event())).toList();
        }

        void awaitNamed(String name, int times) {
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(named(name)).hasSize(times));
        }

        void awaitBids(int... sequences) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(named("bid"))
                            .extracting(event -> data(event).at("/bid/sequence").asInt())
                            .containsExactlyElementsOf(
                                    IntStream.of(sequences).boxed().toList()));
        }

        void awaitState(String pointer, String value) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(named("state"))
                            .extracting(event ->
                                    data(event).at("/auction" + pointer).asString())
                            .contains(value));
        }

        @Override
        public void close() {
            line.dispose();
        }
    }
}
