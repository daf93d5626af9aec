package io.xunshi.platform.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.OutsideWorld;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.http.WebhookSignature;
import io.xunshi.platform.listing.Goods;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Two or three people with a thing each, and a swap that the first has proposed; tests tell how it goes on. */
public final class Swapping {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** What the bookcase of each costs, in the order of the ring. */
    private static final List<Long> PRICES = List.of(30_000L, 20_000L, 10_000L);

    final List<Visitor> people;
    final List<String> listings;
    private final String id;

    private Swapping(List<Visitor> people, List<String> listings, String id) {
        this.people = people;
        this.listings = listings;
        this.id = id;
    }

    public String id() {
        return id;
    }

    /** Between these two, without a balance. */
    public static Swapping proposed(Visitor one, Visitor other) {
        return proposed(List.of(one, other), List.of(0L, 0L));
    }

    /** @param pays what each pays on top, in fen; as many people as balances */
    static Swapping proposed(int port, Long... pays) {
        var people = IntStream.range(0, pays.length)
                .mapToObj(place -> new Visitor(port).signUp("换友" + place))
                .toList();
        return proposed(people, List.of(pays));
    }

    private static Swapping proposed(List<Visitor> people, List<Long> pays) {
        var listings = IntStream.range(0, people.size())
                .mapToObj(place -> Goods.openToSwap(people.get(place), "书柜 " + place, PRICES.get(place)))
                .map(listing -> listing.at("/id").asString())
                .toList();
        var swap = Visitor.json(propose(people.getFirst(), listings, pays));
        return new Swapping(people, listings, swap.at("/id").asString());
    }

    /** All have said yes; a balance is still to be paid. */
    static Swapping accepted(int port, Long... pays) {
        var swapping = proposed(port, pays);
        swapping.people.stream().skip(1).forEach(person -> swapping.done(person, "consent"));
        return swapping;
    }

    /** All have said yes, and balances are paid. */
    static Swapping agreed(int port, Long... pays) {
        var swapping = accepted(port, pays);
        for (int place = 0; place < pays.length; place++) {
            if (pays[place] > 0) {
                swapping.pay(swapping.people.get(place));
            }
        }
        swapping.awaitState("AGREED");
        return swapping;
    }

    static ResponseSpec propose(Visitor person, List<String> listings, List<Long> pays) {
        return person.post("/api/v1/swaps", proposal(listings, pays));
    }

    static Map<String, Object> proposal(List<String> listings, List<Long> pays) {
        var things = new ArrayList<Map<String, Object>>();
        for (int place = 0; place < listings.size(); place++) {
            things.add(Map.of("listingId", listings.get(place), "pays", Goods.fen(pays.get(place))));
        }
        return Map.of("things", things, "note", "周末可以见面");
    }

    ResponseSpec trying(Visitor person, String action, Map<String, ?> body) {
        return person.post("/api/v1/swaps/" + id + "/" + action, body);
    }

    void done(Visitor person, String action) {
        done(person, action, Map.of());
    }

    void done(Visitor person, String action, Map<String, ?> body) {
        trying(person, action, body).expectStatus().isOk();
    }

    /** They meet: each types the code that the next one shows. */
    void allHandOver() {
        for (int place = 0; place < people.size(); place++) {
            handOver(place);
        }
    }

    void handOver(int place) {
        done(people.get(place), "handover", Map.of("code", codeOf((place + 1) % people.size())));
    }

    String codeOf(int place) {
        return seenBy(people.get(place)).at("/handoverCode").asString();
    }

    void pay(Visitor payer) {
        var intent = intentOf(payer);
        OutsideWorld.simulation().pay(intent);
        hear(payer, intent);
    }

    String intentOf(Visitor payer) {
        var payUrl = seenBy(payer).at("/payUrl").asString();
        return payUrl.substring(payUrl.lastIndexOf('/') + 1);
    }

    /** A genuine webhook about the payment. */
    void hear(Visitor payer, String intent) {
        var payload =
                "{\"id\":\"evt_%s\",\"type\":\"payment_intent.amount_capturable_updated\",\"data\":{\"object\":{\"id\":\"%s\"}}}"
                        .formatted(UUID.randomUUID(), intent);
        var time = String.valueOf(Instant.now().getEpochSecond());
        payer.request(HttpMethod.POST, "/api/v1/payment-events")
                .headers(headers -> headers.remove("X-XSRF-TOKEN"))
                .header(
                        "Stripe-Signature",
                        "t=" + time + ",v1=" + WebhookSignature.sign(time, payload, OutsideWorld.WEBHOOK_SECRET))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(payload)
                .exchange()
                .expectStatus()
                .isOk();
    }

    JsonNode seenBy(Visitor person) {
        return Visitor.json(person.get("/api/v1/swaps/" + id));
    }

    String state() {
        return seenBy(people.getFirst()).at("/state").asString();
    }

    void awaitState(String state) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(state()).isEqualTo(state));
    }

    /** Ends the waiting of the state that the swap is in. */
    void timeIsUp(DatabaseClient database) {
        database.sql("update orders.swap set deadline = now() - interval '1 s' where id = :id")
                .bind("id", UUID.fromString(id))
                .then()
                .block();
    }

    String stateOfThing(int place) {
        return Visitor.json(people.get(place).get("/api/v1/listings/" + listings.get(place)))
                .at("/state")
                .asString();
    }

    List<String> statesOfThings() {
        return IntStream.range(0, listings.size()).mapToObj(this::stateOfThing).toList();
    }

    /** What a person may have paid out, in fen. */
    static long balanceOf(Visitor person) {
        return Visitor.json(person.get("/api/v1/my/balance"))
                .at("/available/amount")
                .longValue();
    }
}
