package io.xunshi.platform;

import io.xunshi.platform.listing.Goods;
import io.xunshi.platform.order.Lending;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * For every endpoint with a variable in its path, something of another person to try it on, and a body that would be
 * accepted from that person. {@link AccessMatrixIT} fails for an endpoint that is missing here.
 */
final class ThingsOfOthers {
    private final int port;
    private final Visitor owner;
    private final JsonNode publicListing;
    private final JsonNode order;
    private final JsonNode rental;

    ThingsOfOthers(int port) {
        this.port = port;
        owner = new Visitor(port).signUp("别人");
        publicListing = Goods.published(owner);
        order = Visitor.json(owner.post(
                "/api/v1/orders",
                Map.of(
                        "listingId",
                        Goods.published(new Visitor(port).signUp("卖家"))
                                .at("/id")
                                .asString())));
        rental = Lending.booked(owner, Goods.lent(new Visitor(port).signUp("物主")));
    }

    /** @throws AssertionError where nobody has thought of whose things the endpoint is about */
    Thing at(Endpoint endpoint) {
        return switch (endpoint.path()) {
            case "/api/v1/listings/{id}", "/api/v1/listings/{id}/publication", "/api/v1/listings/{id}/withdrawal" ->
                Thing.of(owner, Map.of("id", draft()));
            case "/api/v1/orders/{id}",
                    "/api/v1/orders/{id}/payment",
                    "/api/v1/orders/{id}/cancellation",
                    "/api/v1/orders/{id}/handover",
                    "/api/v1/orders/{id}/handover-objection",
                    "/api/v1/orders/{id}/receipt-confirmation",
                    "/api/v1/orders/{id}/review",
                    "/api/v1/orders/{id}/reviews" ->
                Thing.of(owner, Map.of("id", order.at("/id").asString()));
            case "/api/v1/rentals/{id}",
                    "/api/v1/rentals/{id}/payment",
                    "/api/v1/rentals/{id}/cancellation",
                    "/api/v1/rentals/{id}/condition-records",
                    "/api/v1/rentals/{id}/handover",
                    "/api/v1/rentals/{id}/return",
                    "/api/v1/rentals/{id}/return-confirmation",
                    "/api/v1/rentals/{id}/approval",
                    "/api/v1/rentals/{id}/extension",
                    "/api/v1/rentals/{id}/extension/consent",
                    "/api/v1/rentals/{id}/extension/refusal",
                    "/api/v1/rentals/{id}/damage-claim",
                    "/api/v1/rentals/{id}/damage-claim/acceptance",
                    "/api/v1/rentals/{id}/damage-claim/contest" ->
                Thing.of(owner, Map.of("id", rental.at("/id").asString()));
            case "/api/v1/contested-rentals/{id}/decision" ->
                Thing.open(Map.of("id", rental.at("/id").asString()));
            case "/api/v1/listings/{id}/calendar", "/api/v1/listings/{id}/rental-quote" ->
                Thing.open(Map.of("id", rental.at("/listing/id").asString()));
            case "/api/v1/photos/{id}/completion" -> Thing.of(owner, Map.of("id", announcedPhoto()));
            case "/api/v1/conversations/{id}",
                    "/api/v1/conversations/{id}/messages",
                    "/api/v1/conversations/{id}/read-mark",
                    "/api/v1/conversations/{id}/typing",
                    "/api/v1/conversations/{id}/block",
                    "/api/v1/conversations/{id}/reports" -> Thing.of(owner, Map.of("id", conversation()));
            case "/api/v1/listings/{id}/similar", "/api/v1/listings/{id}/conversations" ->
                Thing.open(Map.of("id", publicListing.at("/id").asString()));
            case "/media/photos/{id}/{width}.jpg" ->
                Thing.open(Map.of("id", publicListing.at("/photos/0/id").asString(), "width", "320"));
            case "/api/v1/problems/{code}" -> Thing.open(Map.of("code", "listing.not-found"));
            case "/api/v1/receipts/{orderCode}" ->
                Thing.open(Map.of("orderCode", order.at("/code").asString()));
            case "/log/tile/{*path}" -> Thing.open(Map.of("path", "/0/000"));
            case "/api/v1/oversight/trades/{orderId}" ->
                Thing.open(Map.of("orderId", order.at("/id").asString()));
            case "/api/v1/accounts/{id}/roles",
                    "/api/v1/accounts/{id}/profile",
                    "/api/v1/accounts/{id}/reviews",
                    "/api/v1/accounts/{id}/listings" -> Thing.open(Map.of("id", account()));
            default -> throw new AssertionError("Say in ThingsOfOthers what " + endpoint + " is tried on");
        };
    }

    /** What the owner might send; a refusal of the body would hide whether the person is refused. */
    static Object bodyFor(Endpoint endpoint) {
        return switch (endpoint.path()) {
            case "/api/v1/listings/{id}" -> Map.of("title", "别人的书柜");
            case "/api/v1/orders/{id}/cancellation", "/api/v1/orders/{id}/handover-objection" ->
                Map.of("reason", "不是我的");
            case "/api/v1/rentals/{id}/cancellation", "/api/v1/rentals/{id}/damage-claim/contest" ->
                Map.of("words", "不是我的");
            case "/api/v1/rentals/{id}/extension" -> Map.of("lastDay", "2100-01-01");
            case "/api/v1/rentals/{id}/handover", "/api/v1/rentals/{id}/return" -> Map.of("code", "000000");
            case "/api/v1/rentals/{id}/condition-records" ->
                Map.of("phase", "HANDOVER", "photoIds", List.of(UUID.randomUUID()));
            case "/api/v1/rentals/{id}/damage-claim" ->
                Map.of("amount", fen(1), "words", "划痕", "photoIds", List.of(UUID.randomUUID()));
            case "/api/v1/contested-rentals/{id}/decision" -> Map.of("damage", fen(0), "words", "证据不足");
            case "/api/v1/accounts/{id}/roles" -> Map.of("roles", new String[] {"RESIDENT"});
            case "/api/v1/orders/{id}/review" -> Map.of("rating", 5, "words", "");
            case "/api/v1/conversations/{id}/messages" -> Map.of("text", "别人的话");
            case "/api/v1/conversations/{id}/read-mark" -> Map.of("sequence", 0);
            case "/api/v1/conversations/{id}/reports" -> Map.of("reason", "OTHER");
            default -> Map.of();
        };
    }

    private static Map<String, Object> fen(long amount) {
        return Map.of("amount", amount, "currency", "CNY");
    }

    private String draft() {
        return Visitor.json(owner.post("/api/v1/listings", Map.of("title", "书柜")))
                .at("/id")
                .asString();
    }

    private String conversation() {
        var asker = new Visitor(port).signUp("问家");
        return Visitor.json(asker.post(
                        "/api/v1/listings/" + publicListing.at("/id").asString() + "/conversations", Map.of()))
                .at("/id")
                .asString();
    }

    private String announcedPhoto() {
        return Visitor.json(owner.post("/api/v1/photos", Map.of("contentType", "image/jpeg", "sizeBytes", 1_000)))
                .at("/id")
                .asString();
    }

    private String account() {
        return Visitor.json(new Visitor(port).signUp("被授权的人").get("/api/v1/session"))
                .at("/account/id")
                .asString();
    }

    /**
     * Something that a path names.
     *
     * @param owner whose it is alone; null where it is for everybody whom the endpoint names
     */
    record Thing(@Nullable Visitor owner, Map<String, String> variables) {
        /** For endpoints without variables. */
        static final Thing NONE = open(Map.of());

        static Thing of(Visitor owner, Map<String, String> variables) {
            return new Thing(owner, variables);
        }

        static Thing open(Map<String, String> variables) {
            return new Thing(null, variables);
        }
    }
}
