package io.xunshi.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.Visitor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** A seller and a buyer who name prices to each other in their conversation. The listing asks 280 yuan. */
final class Bargaining {
    final Talk talk;
    final Visitor seller;
    final Visitor buyer;

    private Bargaining(Talk talk) {
        this.talk = talk;
        seller = talk.seller;
        buyer = talk.asker;
    }

    static Bargaining about(int port) {
        return new Bargaining(Talk.about(port));
    }

    /** Another buyer for the same. */
    Bargaining andAnother(int port) {
        return new Bargaining(Talk.about(port, seller, talk.listing));
    }

    static Bargaining of(Talk talk) {
        return new Bargaining(talk);
    }

    ResponseSpec offers(Visitor person, long fen) {
        return person.post(talk.path() + "/price-offers", price(fen));
    }

    /** The offer's JSON, as who made it sees it. */
    JsonNode offered(Visitor person, long fen) {
        return Visitor.json(offers(person, fen));
    }

    static ResponseSpec answers(Visitor person, JsonNode offer, String answer) {
        return person.post("/api/v1/price-offers/" + idOf(offer) + "/" + answer, Map.of());
    }

    static ResponseSpec counters(Visitor person, JsonNode offer, long fen) {
        return person.post("/api/v1/price-offers/" + idOf(offer) + "/counter-offer", price(fen));
    }

    static JsonNode accepted(Visitor person, JsonNode offer) {
        return Visitor.json(answers(person, offer, "acceptance"));
    }

    JsonNode seenBy(Visitor person) {
        return Visitor.json(person.get(talk.path() + "/price-offers"));
    }

    JsonNode newestSeenBy(Visitor person) {
        return seenBy(person).at("/items/0");
    }

    JsonNode seenBy(Visitor person, JsonNode offer) {
        return find(seenBy(person), offer).orElseThrow();
    }

    String stateOf(JsonNode offer) {
        return seenBy(buyer, offer).at("/state").asString();
    }

    void awaitState(JsonNode offer, String state) {
        await().untilAsserted(() -> assertThat(stateOf(offer)).isEqualTo(state));
    }

    void awaitLapse(JsonNode offer, String cause) {
        awaitState(offer, "LAPSED");
        assertThat(seenBy(buyer, offer).at("/cause").asString()).isEqualTo(cause);
    }

    List<String> cards() {
        return talk.cardsHeardBy(buyer).stream()
                .filter(card -> card.startsWith("OFFER_"))
                .toList();
    }

    void decides(boolean takesOffers, long autoAccept, long autoDecline) {
        seller.put(
                        "/api/v1/listings/" + talk.listing + "/offer-bounds",
                        Map.of(
                                "takesOffers",
                                takesOffers,
                                "autoAccept",
                                money(autoAccept),
                                "autoDecline",
                                money(autoDecline)),
                        "\"0\"")
                .expectStatus()
                .isOk();
    }

    static String idOf(JsonNode offer) {
        return offer.at("/id").asString();
    }

    static Map<String, Object> price(long fen) {
        return Map.of("price", money(fen));
    }

    static Map<String, Object> money(long fen) {
        return Map.of("amount", fen, "currency", "CNY");
    }

    private static Optional<JsonNode> find(JsonNode bargaining, JsonNode offer) {
        return Talk.list(bargaining.at("/items")).stream()
                .filter(one -> idOf(one).equals(idOf(offer)))
                .findFirst();
    }
}
