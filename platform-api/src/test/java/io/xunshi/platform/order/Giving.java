package io.xunshi.platform.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.Visitor;
import io.xunshi.platform.listing.Goods;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Somebody gives a chair away: asks are collected for a day, a promise waits two. Tests tell how it goes on. */
public final class Giving {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    final Visitor giver;
    final String listingId;
    final String giftId;

    private Giving(Visitor giver, String listingId) {
        this.giver = giver;
        this.listingId = listingId;
        await().atMost(PATIENCE)
                .until(() -> giver.get("/api/v1/listings/" + listingId + "/gift")
                        .expectBody(byte[].class)
                        .returnResult()
                        .getStatus()
                        .is2xxSuccessful());
        giftId = round().at("/id").asString();
    }

    /** People may ask. */
    public static Giving by(Visitor giver, String choice) {
        return new Giving(
                giver,
                Goods.publish(giver, Goods.chair(giver, choice)).at("/id").asString());
    }

    static Giving open(int port, String choice) {
        return by(new Visitor(port).signUp("送的人"), choice);
    }

    public String id() {
        return giftId;
    }

    /** The newest round over the listing, as the giver sees it. */
    JsonNode round() {
        return Visitor.json(giver.get("/api/v1/listings/" + listingId + "/gift"));
    }

    static String ticket() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    /** Somebody has asked. */
    public void askedBy(Visitor person) {
        asks(person).expectStatus().isCreated();
    }

    ResponseSpec asks(Visitor person) {
        return asks(person, ticket());
    }

    ResponseSpec asks(Visitor person, String ticket) {
        return person.post("/api/v1/gifts/" + giftId + "/asks", Map.of("note", "家里正缺一把", "ticket", ticket));
    }

    /** Somebody new who has asked. */
    Visitor asker(int port, String name) {
        var asker = new Visitor(port).signUp(name);
        asks(asker).expectStatus().isCreated();
        return asker;
    }

    ResponseSpec doneBy(Visitor person, String action, Map<String, ?> body) {
        return person.post("/api/v1/gifts/" + giftId + "/" + action, body);
    }

    JsonNode seenBy(Visitor person) {
        return Visitor.json(person.get("/api/v1/gifts/" + giftId));
    }

    /** The id of what the person of that name asked, as the giver sees it. */
    String askOf(String name) {
        return seenBy(giver)
                .at("/asks")
                .valueStream()
                .filter(ask -> ask.at("/asker/displayName").asString().equals(name))
                .map(ask -> ask.at("/id").asString())
                .findFirst()
                .orElseThrow();
    }

    void awaitState(String state) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(seenBy(giver).at("/state").asString()).isEqualTo(state));
    }

    void awaitOwn(Visitor person, String state) {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(seenBy(person).at("/ask/state").asString()).isEqualTo(state));
    }

    String listingState() {
        return Visitor.json(giver.get("/api/v1/listings/" + listingId))
                .at("/state")
                .asString();
    }

    /** Ends the waiting of the state that the gift is in, and asking where it is open. */
    void timeIsUp(DatabaseClient database) {
        timeIsUpIn(database, Duration.ofSeconds(-1));
    }

    void timeIsUpIn(DatabaseClient database, Duration time) {
        database.sql("""
                        update orders.gift
                        set deadline = now() + :millis * interval '1 ms',
                            closes_at = case when state = 'OPEN' then now() + :millis * interval '1 ms' else closes_at end
                        where id = :id
                        """)
                .bind("millis", time.toMillis())
                .bind("id", UUID.fromString(giftId))
                .then()
                .block();
    }
}
