package io.xunshi.infra.launcher.faults;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** One trade from placing to handing over, by two people who try again when the platform does not answer. */
public final class Bargain {

    /** How many steps a trade has. */
    static final int STEPS = 3;

    private static final Set<String> PAID_OR_LATER = Set.of("PAID", "HANDED_OVER", "COMPLETED");

    private final int number;
    private final Person seller;
    private final Person buyer;
    private final String listing;
    private final Runnable onStep;
    private final String key = UUID.randomUUID().toString();

    /** @param onStep hears of each step that has been made */
    Bargain(int number, Person seller, Person buyer, String listing, Runnable onStep) {
        this.number = number;
        this.seller = seller;
        this.buyer = buyer;
        this.listing = listing;
        this.onStep = onStep;
    }

    /** Carries out the trade and returns the order's id. */
    public String carryOut() {
        String order = Patience.until("an order of listing " + listing, this::place);
        onStep.run();
        JsonNode paid = Patience.until("the money for order " + order, () -> pay(order));
        onStep.run();
        Patience.until(
                "the end of order " + order,
                () -> handOver(order, paid.at("/pickupCode").asString("")));
        onStep.run();
        return order;
    }

    /** An order may have been placed although its answer got lost: then it is among the buyer's orders. */
    private Optional<String> place() {
        return buyer.post("/api/v1/orders", Map.of("listingId", listing), key)
                .or(() -> buyer.get("/api/v1/my/orders?limit=60").flatMap(this::ofListing))
                .map(order -> order.at("/id").asString());
    }

    private Optional<JsonNode> ofListing(JsonNode orders) {
        return orders.at("/items")
                .valueStream()
                .filter(order -> order.at("/listing/id").asString().equals(listing))
                .findFirst();
    }

    private Optional<JsonNode> pay(String id) {
        Optional<JsonNode> order = seen(id);
        order.map(found -> found.at("/payUrl").asString(""))
                .filter(url -> !url.isEmpty())
                .ifPresent(url -> Web.send(Web.request(URI.create(url))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("choice=pay"))));
        if (order.isPresent()
                && order.get().at("/payUrl").isNull()
                && state(order.get()).equals("AWAITING_PAYMENT")) {
            buyer.post("/api/v1/orders/" + id + "/payment", Map.of(), "");
        }
        return order.filter(found -> PAID_OR_LATER.contains(state(found)));
    }

    /** Half of the sellers type the buyer's code; the other half leave it to the buyer. */
    private Optional<JsonNode> handOver(String id, String pickupCode) {
        String order = "/api/v1/orders/" + id;
        if (number % 2 == 0) {
            seller.post(order + "/handover", Map.of("pickupCode", pickupCode), "");
        } else {
            buyer.post(order + "/receipt-confirmation", Map.of(), "");
        }
        return seen(id).filter(found -> state(found).equals("COMPLETED"));
    }

    private Optional<JsonNode> seen(String id) {
        return buyer.get("/api/v1/orders/" + id);
    }

    private static String state(JsonNode order) {
        return order.at("/state").asString();
    }
}
