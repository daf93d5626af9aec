package io.xunshi.platform.messaging;

import io.xunshi.platform.Visitor;
import io.xunshi.platform.listing.Goods;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** A seller, somebody who asks, and the conversation between them. */
public final class Talk {
    final Visitor seller;
    final Visitor asker;
    final String listing;
    final String id;

    private Talk(Visitor seller, Visitor asker, String listing) {
        this.seller = seller;
        this.asker = asker;
        this.listing = listing;
        id = open(asker, listing).at("/id").asString();
    }

    static Talk about(int port) {
        var seller = new Visitor(port).signUp("卖家");
        return about(port, seller, Goods.published(seller).at("/id").asString());
    }

    static Talk about(int port, Visitor seller, String listing) {
        return new Talk(seller, new Visitor(port).signUp("问家"), listing);
    }

    public static Talk of(Visitor seller, Visitor asker, String listing) {
        return new Talk(seller, asker, listing);
    }

    static JsonNode open(Visitor asker, String listing) {
        return Visitor.json(asker.post("/api/v1/listings/" + listing + "/conversations", Map.of()));
    }

    String path() {
        return "/api/v1/conversations/" + id;
    }

    ResponseSpec says(Visitor person, String text) {
        return person.post(path() + "/messages", Map.of("text", text));
    }

    /** The new message's sequence. */
    long said(Visitor person, String text) {
        return Visitor.json(says(person, text)).at("/sequence").longValue();
    }

    JsonNode seenBy(Visitor person) {
        return Visitor.json(person.get(path()));
    }

    public List<JsonNode> heardBy(Visitor person) {
        return heardBy(person, "");
    }

    List<JsonNode> heardBy(Visitor person, String query) {
        return list(Visitor.json(person.get(path() + "/messages" + query)).at("/items"));
    }

    List<String> textsHeardBy(Visitor person) {
        return heardBy(person).stream()
                .map(message -> message.at("/text").asString())
                .toList();
    }

    List<String> cardsHeardBy(Visitor person) {
        return heardBy(person).stream()
                .map(message -> message.at("/card"))
                .filter(card -> !card.isNull())
                .map(JsonNode::asString)
                .toList();
    }

    void readBy(Visitor person, long upTo) {
        person.put(path() + "/read-mark", Map.of("sequence", upTo))
                .expectStatus()
                .isNoContent();
    }

    static JsonNode unreadOf(Visitor person) {
        return Visitor.json(person.get("/api/v1/my/unread-counts"));
    }

    static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
