package io.xunshi.indexer;

import static io.xunshi.indexer.SearchStack.listing;
import static io.xunshi.indexer.SearchStack.lot;
import static io.xunshi.infra.server.ServerKind.ELASTICSEARCH;
import static io.xunshi.infra.server.ServerKind.REDIS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.Consumer;
import io.lettuce.core.Range;
import io.lettuce.core.XReadArgs.StreamOffset;
import io.xunshi.contracts.search.IndexMessage;
import io.xunshi.contracts.search.ListingRemoved;
import io.xunshi.contracts.search.SearchIndex;
import io.xunshi.contracts.search.SearchStream;
import io.xunshi.infra.junit.TestServers;
import io.xunshi.infra.junit.WithServers;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

@WithServers({REDIS, ELASTICSEARCH})
class IndexMessagesIT {
    private final SearchStack stack;
    private ConfigurableApplicationContext indexer;

    IndexMessagesIT(TestServers servers) {
        stack = new SearchStack(servers);
    }

    @BeforeEach
    void start() {
        indexer = stack.indexer();
    }

    @AfterEach
    void stop() {
        indexer.close();
        stack.close();
    }

    @Test
    void anyOrderAndRepetitionOfMessagesEndsWithTheNewestVersion() {
        var random = new Random(7);
        var sold = UUID.randomUUID();
        var offered = UUID.randomUUID();
        var messages = new ArrayList<IndexMessage>();
        IntStream.rangeClosed(1, 9).forEach(version -> {
            messages.add(listing(sold, version, "书柜 " + version));
            messages.add(listing(offered, version, "书柜 " + version));
        });
        messages.add(new ListingRemoved(sold, 10));
        messages.add(new ListingRemoved(offered, 5));
        messages.addAll(new ArrayList<>(messages));
        Collections.shuffle(messages, random);

        messages.forEach(stack::send);
        stack.awaitIdle();

        assertThat(stack.stored(sold).path("found").asBoolean()).isFalse();
        assertThat(stack.stored(offered).at("/_source/title").asString()).isEqualTo("书柜 9");
    }

    @Test
    void aRemovalThatOvertakesIsNotUndone() {
        var listing = UUID.randomUUID();

        stack.send(new ListingRemoved(listing, 2));
        stack.awaitIdle();
        stack.send(listing(listing, 1, "书柜"));
        stack.awaitIdle();

        assertThat(stack.stored(listing).path("found").asBoolean()).isFalse();
    }

    @Test
    void whatNobodyUnderstandsIsPutAsideAndHoldsUpNobody() {
        var listing = UUID.randomUUID();

        stack.send("listing-eaten.v1", "{}");
        stack.send(listing(listing, 1, "书柜"));
        stack.awaitIdle();

        assertThat(stack.stored(listing).path("found").asBoolean()).isTrue();
        assertThat(stack.redis().xrange(SearchStream.DEAD_LETTERS, Range.unbounded()))
                .last()
                .satisfies(letter -> assertThat(letter.getBody())
                        .containsEntry(SearchStream.TYPE, "listing-eaten.v1")
                        .hasEntrySatisfying(
                                SearchStream.REASON,
                                reason -> assertThat(reason).contains("Unknown type")));
    }

    @Test
    void whatADeadReplicaReadIsDoneByAnother() {
        indexer.close();
        var listing = UUID.randomUUID();
        stack.send(listing(listing, 1, "书柜"));
        readAndDie();

        indexer = stack.indexer();
        stack.awaitIdle();

        assertThat(stack.stored(listing).path("found").asBoolean()).isTrue();
    }

    @Test
    void whileElasticsearchIsDownMessagesWait() {
        indexer.close();
        var listings = Stream.generate(UUID::randomUUID).limit(20).toList();
        try (var blind = stack.indexer("XUNSHI_ELASTICSEARCH_URL=http://127.0.0.1:1")) {
            listings.forEach(id -> stack.send(listing(id, 1, "书柜")));
            await().until(() -> blind.getBean(IndexerLoop.class).trouble() != null);
            assertThat(stack.redis().xlen(SearchStream.NAME)).isEqualTo(listings.size());
        }

        indexer = stack.indexer();
        stack.awaitIdle();

        assertThat(listings).allMatch(id -> stack.stored(id).path("found").asBoolean());
    }

    @Test
    void duringARebuildEveryIndexGetsEveryWrite() {
        var rebuilt = stack.names().indexBuiltAt(Instant.now());
        stack.ask(
                "PUT",
                "/" + rebuilt,
                "{\"aliases\":{\"%s\":{}}}".formatted(stack.names().writeAlias()));
        var listing = UUID.randomUUID();

        stack.send(listing(listing, 1, "书柜"));
        stack.awaitIdle();

        assertThat(stack.stored(listing).path("found").asBoolean()).isTrue();
        assertThat(stack.ask("GET", "/%s/_doc/%s".formatted(rebuilt, listing), "")
                        .path("found")
                        .asBoolean())
                .isTrue();
        stack.ask("DELETE", "/" + rebuilt, "");
    }

    @Test
    void aListingIsFoundWithoutAnybodyAskingForARefresh() {
        var listing = UUID.randomUUID();

        stack.send(listing(listing, 1, "书柜"));

        await().until(() -> stack.isFound(listing));
    }

    @Test
    void lotsStandInAnIndexOfTheirOwnAndAreFoundByTheirQuality() {
        var lot = UUID.randomUUID();

        stack.send(listing(UUID.randomUUID(), 1, "书柜"));
        stack.send(lot(lot, 1, "旧铝型材"));
        stack.awaitIdle();

        assertThat(stack.stored(lot).path("found").asBoolean()).isFalse();
        await().untilAsserted(() -> {
            assertThat(lotsWhere("least.al_pct:[90 TO *] AND most.al_pct:[* TO 98]"))
                    .isOne();
            assertThat(lotsWhere("least.al_pct:[98 TO *]")).isZero();
            assertThat(lotsWhere("answers.form:extrusion")).isOne();
        });
    }

    private int lotsWhere(String query) {
        var path = "/%s/_count?q=%s"
                .formatted(stack.names(SearchIndex.LOTS).readAlias(), URLEncoder.encode(query, StandardCharsets.UTF_8));
        return stack.ask("GET", path, "").path("count").asInt();
    }

    @SuppressWarnings("unchecked") // A generic array for the driver's varargs.
    private void readAndDie() {
        stack.redis()
                .xreadgroup(Consumer.from(SearchStream.GROUP, "dead"), StreamOffset.lastConsumed(SearchStream.NAME));
        assertThat(stack.redis().xpending(SearchStream.NAME, SearchStream.GROUP).getCount())
                .isPositive();
    }
}
