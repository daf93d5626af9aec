package io.xunshi.platform.order;

import static io.xunshi.platform.listing.Goods.fen;

import io.xunshi.platform.Visitor;
import io.xunshi.platform.listing.Goods;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/**
 * Things of one seller that a buyer took together; tests tell how it goes on. A lamp of 100.01 yuan, a chair of 50.00
 * and a rug of 33.33, of which the seller takes 10 % off: 18.33 off 183.34.
 */
public final class Bundled {
    static final long ASKED = 18_334;
    static final long DISCOUNT = 1_833;
    static final long PRICE = ASKED - DISCOUNT;

    final Visitor seller;
    final Visitor buyer;
    final String id;
    /** One for each thing; each knows the one payment. */
    final List<Trade> parts;

    private Bundled(Visitor seller, Visitor buyer, JsonNode bundle) {
        this.seller = seller;
        this.buyer = buyer;
        id = bundle.at("/id").asString();
        parts = each(bundle.at("/orders")).stream()
                .map(order -> Trade.agreed(
                        seller,
                        buyer,
                        order.at("/listing/id").asString(),
                        order.at("/id").asString()))
                .toList();
    }

    /** A seller who takes 10 % off three things. */
    static Visitor seller(int port) {
        var seller = new Visitor(port).signUp("搬家的卖家");
        discounted(seller, 0, 10, 15).expectStatus().isOk();
        return seller;
    }

    static ResponseSpec discounted(Visitor seller, int fromTwo, int fromThree, int fromFive) {
        return seller.put(
                "/api/v1/my/bundle-discount", Map.of("fromTwo", fromTwo, "fromThree", fromThree, "fromFive", fromFive));
    }

    /** The ids of the three things, each in a parcel of one kilogram. */
    static List<String> offered(Visitor seller) {
        var things = new ArrayList<String>();
        Map.of("铜台灯", 10_001, "折叠椅", 5_000, "羊毛小地毯", 3_333).forEach((title, price) -> {
            var offer = new HashMap<>(Goods.bookcase(seller));
            offer.put("title", title);
            offer.put("price", fen(price));
            offer.put("shipping", Map.of("payer", "BUYER", "parcelGrams", 1_000));
            things.add(Goods.publish(seller, offer).at("/id").asString());
        });
        return things;
    }

    public static Bundled placed(int port) {
        var seller = seller(port);
        return placed(port, seller, offered(seller));
    }

    static Bundled placed(int port, Visitor seller, List<String> things) {
        var buyer = new Visitor(port).signUp("一起买的人");
        return new Bundled(seller, buyer, Visitor.json(place(buyer, things)));
    }

    /** The same for a certain buyer. */
    public static Bundled placedBy(int port, Visitor buyer) {
        var seller = seller(port);
        return new Bundled(seller, buyer, Visitor.json(place(buyer, offered(seller))));
    }

    public static Bundled paid(int port) {
        var bundle = placed(port);
        bundle.pay();
        bundle.awaitAll("PAID");
        return bundle;
    }

    /** One that is to be sent, in one parcel. */
    public static Bundled sent(int port) {
        var seller = seller(port);
        var buyer = new Visitor(port).signUp("一起买的人");
        var request = Map.of("listingIds", offered(seller), "addressId", Sending.address(buyer));
        var bundle = new Bundled(seller, buyer, Visitor.json(buyer.post("/api/v1/bundles", request)));
        bundle.pay();
        bundle.awaitAll("AWAITING_SHIPMENT");
        return bundle;
    }

    static ResponseSpec place(Visitor buyer, List<String> things) {
        return buyer.post("/api/v1/bundles", Map.of("listingIds", things));
    }

    public String id() {
        return id;
    }

    public Visitor seller() {
        return seller;
    }

    /** One of the orders. */
    public Trade part() {
        return parts.getFirst();
    }

    void pay() {
        parts.getFirst().pay();
    }

    String intent() {
        return parts.getFirst().intent();
    }

    void awaitAll(String state) {
        parts.forEach(part -> part.awaitState(state));
    }

    List<String> states() {
        return parts.stream().map(Trade::state).toList();
    }

    JsonNode seenBy(Visitor person) {
        return Visitor.json(person.get("/api/v1/bundles/" + id));
    }

    ResponseSpec doneBy(Visitor person, String action, Map<String, ?> body) {
        return person.post("/api/v1/bundles/" + id + "/" + action, body);
    }

    /** What one of the things costs. */
    static long priceOf(Trade part) {
        return part.seen().at("/price/amount").longValue();
    }

    static List<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
