package io.xunshi.platform;

import io.xunshi.platform.auction.Hall;
import io.xunshi.platform.connection.Machine;
import io.xunshi.platform.consignment.Shop;
import io.xunshi.platform.corner.School;
import io.xunshi.platform.custody.Heap;
import io.xunshi.platform.exchange.Yard;
import io.xunshi.platform.fulfilment.Haul;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.listing.Goods;
import io.xunshi.platform.marketday.Market;
import io.xunshi.platform.order.Bundled;
import io.xunshi.platform.order.Giving;
import io.xunshi.platform.order.Lending;
import io.xunshi.platform.order.Quarrel;
import io.xunshi.platform.order.Sending;
import io.xunshi.platform.order.Swapping;
import io.xunshi.platform.order.Trade;
import io.xunshi.platform.organisation.Firm;
import io.xunshi.platform.tender.Procurement;
import io.xunshi.platform.vehicle.Car;
import io.xunshi.platform.wanted.Wanting;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

/**
 * For every endpoint with a variable in its path, something of another person to try it on, and a body that would be
 * accepted from that person. {@link AccessMatrixIT} fails for an endpoint that is missing here.
 */
final class ThingsOfOthers {
    private final DatabaseClient database;
    private final int port;
    private final Visitor owner;
    private final JsonNode publicListing;
    private final Shop shop;
    private final JsonNode counterSale;
    private final JsonNode statement;
    private final JsonNode agreement;
    private final JsonNode order;
    private final String bundle;
    private final Visitor disputant;
    private final String dispute;
    private final JsonNode rental;
    private final String swap;
    private final String gift;
    private final School school;
    private final Market market;
    private @Nullable Haul haul;

    ThingsOfOthers(DatabaseClient database, int port) {
        this.database = database;
        this.port = port;
        shop = Shop.opened(database, port).openShift(50_000);
        var sold = shop.takeIn();
        counterSale = Visitor.json(shop.sell(sold.at("/items/0/code").asString()));
        statement = Visitor.json(shop.settle(sold.at("/code").asString()));
        owner = new Visitor(port).signUp("别人");
        agreement = shop.takeInFor(owner);
        publicListing = Goods.published(owner);
        order = Visitor.json(owner.post(
                "/api/v1/orders",
                Map.of(
                        "listingId",
                        Goods.published(new Visitor(port).signUp("卖家"))
                                .at("/id")
                                .asString())));
        bundle = Bundled.placedBy(port, owner).id();
        var trade = Trade.paid(port);
        disputant = trade.buyer();
        dispute = Quarrel.opened(trade).escalated().id();
        rental = Lending.booked(owner, Goods.lent(new Visitor(port).signUp("物主")));
        swap = Swapping.proposed(owner, new Visitor(port).signUp("换友")).id();
        gift = Giving.by(owner, "GIVERS_CHOICE").id();
        school = School.opened(database, port);
        market = Market.announced(database, port, 300);
    }

    /** The shop's counting, which is begun where none is open. */
    private String stocktake() {
        shop.operator().post("/api/v1/my/point/stocktakes", Map.of());
        return Visitor.json(shop.operator().get("/api/v1/my/point/stocktakes"))
                .at("/items/0/id")
                .asString();
    }

    /** @throws AssertionError where nobody has thought of whose things the endpoint is about */
    Thing at(Endpoint endpoint) {
        return switch (endpoint.path()) {
            case "/api/v1/listings/{id}",
                    "/api/v1/listings/{id}/publication",
                    "/api/v1/listings/{id}/withdrawal",
                    "/api/v1/listings/{id}/offer-bounds",
                    "/api/v1/listings/{id}/rule-check",
                    "/api/v1/listings/{id}/moderation",
                    "/api/v1/listings/{id}/appeal" -> Thing.of(owner, Map.of("id", draft()));
            case "/api/v1/listings/{id}/vehicle" -> Thing.of(owner, Map.of("id", car()));
            case "/api/v1/listings/{id}/appraisal" ->
                Thing.open(Map.of("id", publicListing.at("/id").asString()));
            case "/api/v1/listings/{id}/appraisals" ->
                Thing.of(owner, Map.of("id", publicListing.at("/id").asString()));
            case "/api/v1/appraisals/{id}/cancellation" -> Thing.of(owner, Map.of("id", booking()));
            case "/api/v1/appraisal-certificates/{code}",
                    "/api/v1/appraisal-desk/{code}",
                    "/api/v1/appraisal-desk/{code}/certificate" -> Thing.open(Map.of("code", "Z000-0000-0000-0"));
            case "/api/v1/operators/{account}/appraiser-licence" ->
                Thing.open(Map.of("account", UUID.randomUUID().toString()));
            case "/api/v1/listings/{id}/device",
                    "/api/v1/listings/{id}/device-numbers",
                    "/api/v1/listings/{id}/wipe-record" -> Thing.of(owner, Map.of("id", phone()));
            case "/api/v1/moderation/cases/{id}/decision" ->
                Thing.open(Map.of("id", UUID.randomUUID().toString()));
            case "/api/v1/wipe-records/{code}", "/api/v1/wipe-records/{code}/verification" ->
                Thing.open(Map.of("code", "W000-0000-0000-0"));
            case "/api/v1/orders/{id}",
                    "/api/v1/orders/{id}/payment",
                    "/api/v1/orders/{id}/cancellation",
                    "/api/v1/orders/{id}/handover",
                    "/api/v1/orders/{id}/handover-objection",
                    "/api/v1/orders/{id}/receipt-confirmation",
                    "/api/v1/orders/{id}/transfer-confirmation",
                    "/api/v1/orders/{id}/review",
                    "/api/v1/orders/{id}/reviews",
                    "/api/v1/orders/{id}/disputes",
                    "/api/v1/orders/{id}/refund-effect" ->
                Thing.of(owner, Map.of("id", order.at("/id").asString()));
            case "/api/v1/bundles/{id}",
                    "/api/v1/bundles/{id}/payment",
                    "/api/v1/bundles/{id}/cancellation",
                    "/api/v1/bundles/{id}/handover",
                    "/api/v1/bundles/{id}/receipt-confirmation" -> Thing.of(owner, Map.of("id", bundle));
            case "/api/v1/bundles/{id}/label" -> {
                var together = Bundled.sent(port);
                Sending.labelled(together.part());
                yield Thing.of(together.seller(), Map.of("id", together.id()));
            }
            case "/api/v1/orders/{id}/label" -> {
                var sent = Trade.sent(port, "BUYER");
                Sending.labelled(sent);
                yield Thing.of(sent.seller(), Map.of("id", sent.order()));
            }
            case "/api/v1/my/addresses/{id}" -> Thing.of(owner, Map.of("id", Sending.address(owner)));
            case "/api/v1/listings/{id}/delivery-quote" ->
                Thing.open(Map.of("id", publicListing.at("/id").asString()));
            case "/api/v1/disputes/{id}",
                    "/api/v1/disputes/{id}/acceptance",
                    "/api/v1/disputes/{id}/proposals",
                    "/api/v1/disputes/{id}/rejection",
                    "/api/v1/disputes/{id}/evidence",
                    "/api/v1/disputes/{id}/escalation",
                    "/api/v1/disputes/{id}/withdrawal",
                    "/api/v1/disputes/{id}/appeal",
                    "/api/v1/disputes/{id}/return",
                    "/api/v1/disputes/{id}/return-confirmation",
                    "/api/v1/disputes/{id}/return-denial" -> Thing.of(disputant, Map.of("id", dispute));
            case "/api/v1/dispute-cases/{id}",
                    "/api/v1/dispute-cases/{id}/refund-effect",
                    "/api/v1/dispute-cases/{id}/decision" -> Thing.open(Map.of("id", dispute));
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
            case "/api/v1/swaps/{id}",
                    "/api/v1/swaps/{id}/consent",
                    "/api/v1/swaps/{id}/refusal",
                    "/api/v1/swaps/{id}/counter-proposal",
                    "/api/v1/swaps/{id}/withdrawal",
                    "/api/v1/swaps/{id}/payment",
                    "/api/v1/swaps/{id}/cancellation",
                    "/api/v1/swaps/{id}/handover",
                    "/api/v1/swaps/{id}/return",
                    "/api/v1/swaps/{id}/return-confirmation" -> Thing.of(owner, Map.of("id", swap));
            case "/api/v1/gifts/{id}",
                    "/api/v1/gifts/{id}/withdrawal",
                    "/api/v1/gifts/{id}/choice",
                    "/api/v1/gifts/{id}/handover",
                    "/api/v1/gifts/{id}/receipt",
                    "/api/v1/gifts/{id}/promise-break",
                    "/api/v1/gifts/{id}/no-show-objection" -> Thing.of(owner, Map.of("id", gift));
            case "/api/v1/gifts/{id}/asks", "/api/v1/gifts/{id}/draw" ->
                // Another one: who has asked for a gift is no stranger to it.
                Thing.open(Map.of(
                        "id", Giving.by(new Visitor(port).signUp("送的人"), "DRAW").id()));
            case "/api/v1/listings/{id}/gift" ->
                Thing.open(Map.of("id", publicListing.at("/id").asString()));
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
                    "/api/v1/conversations/{id}/price-offers",
                    "/api/v1/conversations/{id}/reports" -> Thing.of(owner, Map.of("id", conversation()));
            case "/api/v1/price-offers/{id}/acceptance",
                    "/api/v1/price-offers/{id}/refusal",
                    "/api/v1/price-offers/{id}/counter-offer" -> Thing.of(owner, Map.of("id", priceOffer()));
            case "/api/v1/listings/{id}/similar",
                    "/api/v1/listings/{id}/conversations",
                    "/api/v1/listings/{id}/offer-terms" ->
                Thing.open(Map.of("id", publicListing.at("/id").asString()));
            case "/api/v1/my/saved-items/{id}", "/api/v1/my/seen-items/{id}" ->
                Thing.open(Map.of("id", publicListing.at("/id").asString()));
            case "/api/v1/my/follows/{id}" -> Thing.open(Map.of("id", account()));
            case "/api/v1/my/saved-searches/{id}" -> Thing.of(owner, Map.of("id", savedSearch()));
            case "/api/v1/my/saved-offer-searches/{id}" -> Thing.of(owner, Map.of("id", savedOfferSearch()));
            case "/api/v1/wanted-posts/{id}",
                    "/api/v1/wanted-posts/{id}/ending",
                    "/api/v1/my/wanted-posts/{id}/answers",
                    "/api/v1/my/wanted-posts/{id}/fitting-listings" -> {
                // What waits for a moderator is nobody else's business. A person has only a few at a time.
                var wanter = new Visitor(port).signUp("求购的人");
                yield Thing.of(wanter, Map.of("id", Wanting.posted(wanter, "莆田运动鞋")));
            }
            case "/api/v1/wanted-posts/{id}/answers", "/api/v1/wanted-posts/{id}/own-listings" ->
                Thing.open(Map.of("id", Wanting.posted(new Visitor(port).signUp("求购的人"), "运动鞋")));
            case "/api/v1/moderation/wanted-posts/{id}/decision",
                    "/api/v1/moderation/credit-appeals/{id}/decision",
                    "/api/v1/moderation/reports/{id}/decision",
                    "/api/v1/moderation/mute-appeals/{id}/decision" ->
                Thing.open(Map.of("id", UUID.randomUUID().toString()));
            case "/api/v1/my/listings/{id}/wanted-posts" ->
                Thing.of(owner, Map.of("id", publicListing.at("/id").asString()));
            case "/media/photos/{id}/{width}.jpg" ->
                Thing.open(Map.of("id", publicListing.at("/photos/0/id").asString(), "width", "320"));
            case "/api/v1/problems/{code}" -> Thing.open(Map.of("code", "listing.not-found"));
            case "/api/v1/receipts/{orderCode}" ->
                Thing.open(Map.of("orderCode", order.at("/code").asString()));
            case "/api/v1/receipts/{orderCode}/proofs/{index}" ->
                Thing.open(Map.of("orderCode", order.at("/code").asString(), "index", "0"));
            case "/log/tile/{*path}" -> Thing.open(Map.of("path", "/0/000"));
            case "/api/v1/oversight/trades/{tradeId}" ->
                Thing.open(Map.of("tradeId", order.at("/id").asString()));
            case "/api/v1/accounts/{id}/roles",
                    "/api/v1/accounts/{id}/profile",
                    "/api/v1/accounts/{id}/reviews",
                    "/api/v1/accounts/{id}/bundle-discount",
                    "/api/v1/accounts/{id}/credit-level",
                    "/api/v1/accounts/{id}/listings" -> Thing.open(Map.of("id", account()));
            case "/api/v1/points/{id}", "/api/v1/points/{id}/commission-schemes", "/api/v1/points/{id}/operators" ->
                Thing.open(Map.of("id", shop.id()));
            case "/api/v1/points/{id}/operators/{account}" ->
                Thing.open(Map.of("id", shop.id(), "account", UUID.randomUUID().toString()));
            case "/api/v1/my/point/labels/{code}", "/api/v1/my/point/leases/{code}" ->
                Thing.of(
                        shop.operator(),
                        Map.of("code", agreement.at("/items/0/code").asString()));
            case "/api/v1/my/point/items/{id}/shelf",
                    "/api/v1/my/point/items/{id}/return",
                    "/api/v1/my/point/items/{id}/disposal" ->
                Thing.of(
                        shop.operator(),
                        Map.of("id", agreement.at("/items/0/id").asString()));
            case "/api/v1/my/point/agreements/{id}" ->
                Thing.of(shop.operator(), Map.of("id", agreement.at("/id").asString()));
            case "/api/v1/my/point/counter-sales/{id}" ->
                Thing.of(shop.operator(), Map.of("id", counterSale.at("/id").asString()));
            case "/api/v1/my/point/offline-sales/{id}" ->
                // A new sale is nobody's yet.
                Thing.open(Map.of("id", UUID.randomUUID().toString()));
            case "/api/v1/my/point/stocktakes/{id}",
                    "/api/v1/my/point/stocktakes/{id}/scans",
                    "/api/v1/my/point/stocktakes/{id}/closing" -> Thing.of(shop.operator(), Map.of("id", stocktake()));
            case "/api/v1/my/point/stocktakes/{id}/differences/{code}" ->
                Thing.of(
                        shop.operator(),
                        Map.of(
                                "id",
                                stocktake(),
                                "code",
                                agreement.at("/items/0/code").asString()));
            case "/api/v1/my/point/settlements/{id}" ->
                Thing.of(shop.operator(), Map.of("id", statement.at("/id").asString()));
            case "/api/v1/my/consignments/{id}/settlement" ->
                Thing.of(owner, Map.of("id", agreement.at("/id").asString()));
            case "/api/v1/paper-codes/{code}" ->
                Thing.open(Map.of("code", agreement.at("/code").asString()));
            case "/api/v1/book-corners/{id}",
                    "/api/v1/book-corners/{id}/titles",
                    "/api/v1/book-corners/{id}/librarians" -> Thing.open(Map.of("id", school.id()));
            case "/api/v1/book-corners/{id}/librarians/{account}" ->
                Thing.open(
                        Map.of("id", school.id(), "account", UUID.randomUUID().toString()));
            case "/api/v1/my/book-corner/terms/{id}/closing" -> {
                // A school of its own: in a closed term nothing else could be tried.
                var other = School.opened(database, port);
                yield Thing.of(other.librarian(), Map.of("id", other.term()));
            }
            case "/api/v1/my/book-corner/terms/{id}/report", "/api/v1/my/book-corner/terms/{id}/report.csv" ->
                Thing.of(school.librarian(), Map.of("id", school.term()));
            case "/api/v1/my/book-corner/cards/{code}",
                    "/api/v1/my/book-corner/cards/{code}/replacement",
                    "/api/v1/my/book-corner/cards/{code}/consent-withdrawal" ->
                Thing.of(school.librarian(), Map.of("code", school.card()));
            case "/api/v1/my/book-corner/titles/{isbn}", "/api/v1/my/book-corner/titles/{isbn}/copies" ->
                Thing.of(school.librarian(), Map.of("isbn", school.title()));
            case "/api/v1/my/book-corner/copies/{code}/loss", "/api/v1/my/book-corner/copies/{code}/withdrawal" ->
                Thing.of(school.librarian(), Map.of("code", school.onShelf(school.title())));
            case "/api/v1/my/book-corner/scans/{id}" -> Thing.of(school.librarian(), Map.of("id", scan()));
            case "/api/v1/market-days/{id}", "/api/v1/market-days/{id}/stalls" -> Thing.open(Map.of("id", market.id()));
            case "/api/v1/my/market-stalls/{id}",
                    "/api/v1/my/market-stalls/{id}/withdrawal",
                    "/api/v1/my/market-stalls/{id}/sales",
                    "/api/v1/my/market-stalls/{id}/report",
                    "/api/v1/my/market-stalls/{id}/report.csv" -> {
                var stall = market.seller();
                yield Thing.of(stall.person(), Map.of("id", stall.id()));
            }
            case "/api/v1/my/market-stalls/{id}/sales/{saleId}",
                    "/api/v1/my/market-stalls/{id}/sales/{saleId}/cancellation" -> {
                var stall = market.seller();
                yield Thing.of(stall.person(), Map.of("id", stall.id(), "saleId", stall.sold()));
            }
            case "/api/v1/my/market-organiser/days/{id}/cancellation" -> {
                // A day of its own: of a cancelled one nothing else could be tried.
                var other = Market.announced(database, port, 1);
                yield Thing.of(other.steward(), Map.of("id", other.id()));
            }
            case "/api/v1/my/market-organiser/days/{id}",
                    "/api/v1/my/market-organiser/days/{id}/check-ins",
                    "/api/v1/my/market-organiser/days/{id}/report",
                    "/api/v1/my/market-organiser/days/{id}/report.csv" ->
                Thing.of(market.steward(), Map.of("id", market.id()));
            case "/api/v1/market-organisers/{id}/stewards" -> Thing.open(Map.of("id", market.organiser()));
            case "/api/v1/market-organisers/{id}/stewards/{account}" ->
                Thing.open(Map.of(
                        "id", market.organiser(), "account", UUID.randomUUID().toString()));
            case "/api/v1/statistics/prices/releases/{week}/{vintage}" ->
                Thing.open(Map.of("week", "2026-W40", "vintage", "P"));
            case "/api/v1/reference-series/{code}/fixings",
                    "/api/v1/reference-series/{code}/fixing-imports",
                    "/api/v1/reference-series/{code}/fixing-sets" -> Thing.open(Map.of("code", "PB"));
            case "/api/v1/reference-series/{code}/fixing-sets/{id}" ->
                Thing.open(Map.of("code", "PB", "id", UUID.randomUUID().toString()));
            case "/api/v1/reference-series/{code}/fixings/{day}/revisions",
                    "/api/v1/reference-series/{code}/fixings/{day}/corrections" ->
                Thing.open(Map.of("code", "PB", "day", "2026-11-02"));
            case "/api/v1/account/sessions/{id}" -> Thing.open(Map.of("id", "0"));
            case "/api/v1/my/privacy/topics/{topic}" -> Thing.open(Map.of("topic", "identity.account"));
            case "/api/v1/my/privacy/consents/{code}" -> Thing.open(Map.of("code", "interest.traces"));
            case "/api/v1/my/privacy/archives/{id}/links" -> Thing.of(owner, Map.of("id", archive()));
            // Whose it is, is decided by the key of a link, which PrivacyIT tries.
            case "/api/v1/my/privacy/archives/{id}/file" ->
                Thing.open(Map.of("id", UUID.randomUUID().toString()));
            case "/api/v1/organisations/{id}/stock",
                    "/api/v1/organisations/{id}/stock-movements",
                    "/api/v1/organisations/{id}/stock-positions",
                    "/api/v1/organisations/{id}/stock-receipts",
                    "/api/v1/organisations/{id}/stock-corrections",
                    "/api/v1/organisations/{id}/sites",
                    "/api/v1/organisations/{id}/custody-receipts",
                    "/api/v1/organisations/{id}/custody-openings",
                    "/api/v1/organisations/{id}/custody-batches",
                    "/api/v1/organisations/{id}/custody-balance",
                    "/api/v1/organisations/{id}/parcels",
                    "/api/v1/organisations/{id}/lots",
                    "/api/v1/organisations/{id}/lot-imports",
                    "/api/v1/organisations/{id}/lot-import-trials",
                    "/api/v1/organisations/{id}/lot-export",
                    "/api/v1/organisations/{id}/demands",
                    "/api/v1/organisations/{id}/lot-proposals",
                    "/api/v1/organisations/{id}/deals",
                    "/api/v1/organisations/{id}/bills",
                    "/api/v1/organisations/{id}/balance",
                    "/api/v1/organisations/{id}/balance/entries",
                    "/api/v1/organisations/{id}/payouts",
                    "/api/v1/organisations/{id}/invoices",
                    "/api/v1/organisations/{id}/deals-to-invoice",
                    "/api/v1/organisations/{id}/resident-receipts",
                    "/api/v1/organisations/{id}/reverse-sellers",
                    "/api/v1/organisations/{id}/reverse-purchases",
                    "/api/v1/organisations/{id}/invoice-batches",
                    "/api/v1/organisations/{id}/deliveries-to-weigh",
                    "/api/v1/organisations/{id}/settled-prices",
                    "/api/v1/organisations/{id}/machine-clients",
                    "/api/v1/organisations/{id}/webhook-endpoints",
                    "/api/v1/organisations/{id}/weigh-devices" -> {
                var yard = Yard.filed(database, port, "别家的货场");
                yield Thing.of(yard.owner(), Map.of("id", yard.id()));
            }
            case "/api/v1/lots/{id}", "/api/v1/demands/{id}" -> {
                var yard = Yard.filed(database, port, "别家的货场").stocked(30_000);
                var offer = Map.of(
                        "id",
                        endpoint.path().contains("lots")
                                ? yard.offered(20_000).at("/id").asString()
                                : yard.demanded());
                // Everybody reads it, its owner changes it.
                yield endpoint.method() == HttpMethod.GET ? Thing.open(offer) : Thing.of(yard.owner(), offer);
            }
            case "/api/v1/organisations/{id}/machine-clients/{client}/secrets",
                    "/api/v1/organisations/{id}/machine-clients/{client}/revocation" -> {
                var yard = Yard.filed(database, port, "别家");
                var client = Machine.of(port, yard, "TRADER").id();
                yield Thing.of(yard.owner(), Map.of("id", yard.id(), "client", client));
            }
            case "/api/v1/organisations/{id}/webhook-endpoints/{endpoint}",
                    "/api/v1/organisations/{id}/webhook-endpoints/{endpoint}/pause",
                    "/api/v1/organisations/{id}/webhook-endpoints/{endpoint}/resumption",
                    "/api/v1/organisations/{id}/webhook-endpoints/{endpoint}/secrets",
                    "/api/v1/organisations/{id}/webhook-endpoints/{endpoint}/deliveries",
                    "/api/v1/organisations/{id}/webhook-endpoints/{endpoint}/replays",
                    "/api/v1/organisations/{id}/webhook-endpoints/{endpoint}/test-events" -> {
                var yard = Yard.filed(database, port, "别家");
                yield Thing.of(yard.owner(), Map.of("id", yard.id(), "endpoint", webhookEndpoint(yard)));
            }
            case "/api/v1/organisations/{id}/webhook-endpoints/{endpoint}/deliveries/{delivery}",
                    "/api/v1/organisations/{id}/webhook-endpoints/{endpoint}/deliveries/{delivery}/replay" -> {
                var yard = Yard.filed(database, port, "别家");
                var webhook = webhookEndpoint(yard);
                var delivery = Visitor.json(yard.owner()
                                .post(yard.path("/webhook-endpoints/" + webhook + "/test-events"), Map.of()))
                        .at("/id")
                        .asString();
                yield Thing.of(yard.owner(), Map.of("id", yard.id(), "endpoint", webhook, "delivery", delivery));
            }
            case "/api/v1/custody-batches/{id}", "/api/v1/custody-batches/{id}/reversal" -> {
                var heap = Heap.of(Yard.filed(database, port, "别家的货场"));
                yield Thing.of(
                        heap.yard().owner(),
                        Map.of("id", heap.received(1_000).at("/id").asString()));
            }
            case "/api/v1/custody-graphs/{start}/{id}" -> {
                var heap = Heap.of(Yard.filed(database, port, "别家的货场"));
                yield Thing.of(
                        heap.yard().owner(),
                        Map.of(
                                "start",
                                "BATCH",
                                "id",
                                heap.received(1_000).at("/id").asString()));
            }
            case "/api/v1/epcis/events/{digest}" -> {
                var heap = Heap.of(Yard.filed(database, port, "别家的货场"));
                heap.received(1_000);
                yield Thing.of(
                        heap.yard().owner(), Map.of("digest", heap.events().getFirst()));
            }
            case "/api/v1/epcis/epcs/urn:uuid:{parcel}/events" ->
                Thing.open(Map.of("parcel", UUID.randomUUID().toString()));
            case "/api/v1/epcis/bizSteps/{bizStep}/events" -> Thing.open(Map.of("bizStep", "collecting"));
            case "/api/v1/oversight/custody-graphs/{start}/{id}" ->
                Thing.open(Map.of("start", "BATCH", "id", UUID.randomUUID().toString()));
            case "/api/v1/organisations/{id}/auctions" -> {
                var yard = Yard.filed(database, port, "别家的货场");
                yield Thing.of(yard.owner(), Map.of("id", yard.id()));
            }
            case "/api/v1/lots/{id}/withdrawal", "/api/v1/lots/{id}/auctions" -> {
                var yard = Yard.filed(database, port, "别家的货场").stocked(30_000);
                var lot = Map.of("id", yard.offered(20_000).at("/id").asString());
                // Everybody reads of a lot's auctions, its seller holds them.
                yield endpoint.method() == HttpMethod.GET ? Thing.open(lot) : Thing.of(yard.owner(), lot);
            }
            case "/api/v1/lots/{id}/assay-reports" -> {
                var yard = Yard.filed(database, port, "别家的货场").stocked(30_000);
                var lot = Map.of("id", yard.offered(20_000).at("/id").asString());
                // Everybody reads what laboratories found, the seller attaches it.
                yield endpoint.method() == HttpMethod.GET ? Thing.open(lot) : Thing.of(yard.owner(), lot);
            }
            case "/api/v1/lots/{id}/assay-reports/{report}", "/api/v1/lots/{id}/assay-reports/{report}/file" -> {
                var yard = Yard.filed(database, port, "别家的货场").stocked(30_000);
                var lot = yard.offered(20_000).at("/id").asString();
                var report = Map.of("id", lot, "report", yard.assayed(lot));
                yield endpoint.method() == HttpMethod.GET ? Thing.open(report) : Thing.of(yard.owner(), report);
            }
            case "/api/v1/demands/{id}/ending" -> {
                var yard = Yard.filed(database, port, "别家的货场");
                yield Thing.of(yard.owner(), Map.of("id", yard.demanded()));
            }
            case "/api/v1/lots/{id}/fitting-demands",
                    "/api/v1/lots/{id}/purchases",
                    "/api/v1/lots/{id}/proposals",
                    "/api/v1/demands/{id}/fitting-lots" ->
                Thing.open(Map.of("id", UUID.randomUUID().toString()));
            case "/api/v1/lot-proposals/{id}/counter-proposals",
                    "/api/v1/lot-proposals/{id}/acceptance",
                    "/api/v1/lot-proposals/{id}/refusal" -> {
                var seller = Yard.filed(database, port, "别家的货场").stocked(30_000);
                var buyer = Yard.filed(database, port, "别家的厂");
                yield Thing.of(seller.owner(), Map.of("id", buyer.proposed(seller.offered(20_000))));
            }
            case "/api/v1/deals/{id}/fulfilment",
                    "/api/v1/deals/{id}/price-observation",
                    "/api/v1/deals/{id}/log-salt",
                    "/api/v1/deals/{id}/loads",
                    "/api/v1/deals/{id}/ticket-imports",
                    "/api/v1/deals/{id}/sample",
                    "/api/v1/deals/{id}/assays",
                    "/api/v1/deals/{id}/umpire",
                    "/api/v1/deals/{id}/acceptance",
                    "/api/v1/deals/{id}/price-calls",
                    "/api/v1/deals/{id}/claims",
                    "/api/v1/deals/{id}/claim/offers",
                    "/api/v1/deals/{id}/claim/evidence",
                    "/api/v1/deals/{id}/claim/agreement",
                    "/api/v1/deals/{id}/claim/escalation",
                    "/api/v1/deals/{id}/claim/withdrawal" -> {
                var haul = haul();
                yield Thing.of(haul.seller().owner(), Map.of("id", haul.deal()));
            }
            // To others a deal has none of these; ClearingIT reads and pays them.
            case "/api/v1/deals/{id}/bills", "/api/v1/deal-bills/{id}", "/api/v1/deal-bills/{id}/payment" ->
                Thing.open(Map.of("id", UUID.randomUUID().toString()));
            // Without a material there is nothing to answer; ReverseInvoicingIT asks for one.
            case "/api/v1/organisations/{id}/reverse-invoicing" ->
                Thing.open(Map.of("id", UUID.randomUUID().toString()));
            // Everybody reads how others keep their deals.
            case "/api/v1/organisations/{id}/record" ->
                Thing.open(Map.of("id", UUID.randomUUID().toString()));
            // CounterpartyRecordIT has others try to reply.
            case "/api/v1/deals/{id}/claim-reply" ->
                Thing.open(Map.of("id", UUID.randomUUID().toString()));
            case "/api/v1/deals/{id}/invoices" -> {
                var haul = haul();
                yield Thing.of(haul.seller().owner(), Map.of("id", haul.deal()));
            }
            // InvoicingIT and ReverseInvoicingIT have others try those of a deal, a purchase and a batch.
            case "/api/v1/deal-invoices/{id}/confirmation",
                    "/api/v1/deal-invoices/{id}/objection",
                    "/api/v1/deal-invoices/{id}/red-letter",
                    "/api/v1/reverse-purchases/{id}/invoice",
                    "/api/v1/reverse-purchases/{id}/red-letter",
                    "/api/v1/reverse-purchases/{id}/withdrawal",
                    "/api/v1/invoice-batches/{id}",
                    "/api/v1/invoice-batches/{id}/invoices.csv",
                    "/api/v1/invoice-batches/{id}/invoices.json",
                    "/api/v1/oversight/invoice-batches/{id}" ->
                Thing.open(Map.of("id", UUID.randomUUID().toString()));
            case "/api/v1/loads/{id}/tickets",
                    "/api/v1/loads/{id}/count",
                    "/api/v1/loads/{id}/third-ticket/agreement" -> {
                var haul = haul();
                yield Thing.of(haul.seller().owner(), Map.of("id", load(haul)));
            }
            // Of a deal of one's own there is none of these yet; FulfilmentIT reads them.
            case "/api/v1/deals/{id}/documents/{document}" ->
                Thing.open(Map.of(
                        "id",
                        UUID.randomUUID().toString(),
                        "document",
                        UUID.randomUUID().toString()));
            case "/api/v1/deals/{id}/statements/{statement}" ->
                Thing.open(Map.of(
                        "id",
                        UUID.randomUUID().toString(),
                        "statement",
                        UUID.randomUUID().toString()));
            case "/api/v1/fulfilment-cases/{id}",
                    "/api/v1/fulfilment-cases/{id}/umpire",
                    "/api/v1/fulfilment-cases/{id}/umpire-assay",
                    "/api/v1/fulfilment-cases/{id}/decision" ->
                Thing.open(Map.of("id", UUID.randomUUID().toString()));
            case "/api/v1/fulfilment-cases/{id}/documents/{document}" ->
                Thing.open(Map.of(
                        "id",
                        UUID.randomUUID().toString(),
                        "document",
                        UUID.randomUUID().toString()));
            case "/api/v1/deals/{id}", "/api/v1/deals/{id}/signatures" -> {
                var seller = Yard.filed(database, port, "别家的货场").stocked(30_000);
                var buyer = Yard.filed(database, port, "别家的厂");
                yield Thing.of(buyer.owner(), Map.of("id", buyer.bought(seller.offered(20_000))));
            }
            case "/api/v1/organisations/{id}/tenders", "/api/v1/organisations/{id}/tender-quotes" -> {
                var yard = Yard.filed(database, port, "别家的厂");
                yield Thing.of(yard.owner(), Map.of("id", yard.id()));
            }
            case "/api/v1/organisations/{id}/tender-quotes/{tender}" -> {
                var yard = Yard.filed(database, port, "别家的厂");
                yield Thing.of(
                        yard.owner(),
                        Map.of("id", yard.id(), "tender", UUID.randomUUID().toString()));
            }
            case "/api/v1/tenders/{id}", "/api/v1/tenders/{id}/publication", "/api/v1/tenders/{id}/cancellation" -> {
                var buyer = Yard.filed(database, port, "别家的厂");
                yield Thing.of(
                        buyer.owner(),
                        Map.of(
                                "id",
                                Procurement.drafted(database, buyer, Procurement.twoLines())
                                        .id()));
            }
            case "/api/v1/tenders/{id}/comparison", "/api/v1/tenders/{id}/awards" -> {
                var buyer = Yard.filed(database, port, "别家的厂");
                yield Thing.of(
                        buyer.owner(),
                        Map.of(
                                "id",
                                Procurement.published(database, buyer, Procurement.twoLines())
                                        .id()));
            }
            case "/api/v1/tenders/{id}/questions/{question}/answer" -> {
                var buyer = Yard.filed(database, port, "别家的厂");
                var tender = Procurement.published(database, buyer, Procurement.twoLines());
                yield Thing.of(
                        buyer.owner(),
                        Map.of("id", tender.id(), "question", tender.asked(Yard.filed(database, port, "别家的货场"))));
            }
            // For whom somebody asks and quotes stands in the body; TenderRefusalsIT tries strangers.
            case "/api/v1/tenders/{id}/questions" ->
                Thing.open(Map.of("id", UUID.randomUUID().toString()));
            case "/api/v1/tenders/{id}/lines/{line}/quote", "/api/v1/tenders/{id}/lines/{line}/quote-withdrawal" ->
                Thing.open(Map.of("id", UUID.randomUUID().toString(), "line", "1"));
            case "/api/v1/materials/{code}", "/api/v1/materials/{code}/editions" -> Thing.open(Map.of("code", "NF-AL"));
            case "/api/v1/documents/{id}/completion" -> Thing.of(owner, Map.of("id", announcedDocument()));
            case "/api/v1/organisations/{id}/trading-gate" ->
                // Without what is asked it is refused before anybody looks who asks; LicenceIT tries strangers.
                Thing.open(Map.of("id", UUID.randomUUID().toString()));
            case "/api/v1/organisations/{id}",
                    "/api/v1/organisations/{id}/members",
                    "/api/v1/organisations/{id}/membership",
                    "/api/v1/organisations/{id}/invitations",
                    "/api/v1/organisations/{id}/licences",
                    "/api/v1/organisations/{id}/control-links" -> {
                var firm = Firm.founded(database, port, "RECYCLER");
                yield Thing.of(firm.owner(), Map.of("id", firm.id()));
            }
            case "/api/v1/organisations/{id}/members/{account}" -> {
                var firm = Firm.founded(database, port, "RECYCLER");
                yield Thing.of(firm.owner(), Map.of("id", firm.id(), "account", idOf(firm.owner())));
            }
            case "/api/v1/organisations/{id}/invitations/{invitation}" -> {
                var firm = Firm.founded(database, port, "RECYCLER");
                yield Thing.of(firm.owner(), Map.of("id", firm.id(), "invitation", firm.openInvitation()));
            }
            case "/api/v1/organisations/{id}/licences/{licence}",
                    "/api/v1/organisations/{id}/licences/{licence}/document" -> {
                var firm = Firm.founded(database, port, "RECYCLER");
                yield Thing.of(firm.owner(), Map.of("id", firm.id(), "licence", firm.waitingLicence()));
            }
            case "/api/v1/my/organisation-invitations/{id}/acceptance",
                    "/api/v1/my/organisation-invitations/{id}/refusal" -> {
                var invited = new Visitor(port).signUp("受邀的人");
                var firm = Firm.founded(database, port, "RECYCLER");
                yield Thing.of(invited, Map.of("id", firm.invitationOf(invited)));
            }
            case "/api/v1/licence-cases/{id}/document",
                    "/api/v1/licence-cases/{id}/approval",
                    "/api/v1/licence-cases/{id}/refusal",
                    "/api/v1/organisation-register/{id}",
                    "/api/v1/organisation-register/{id}/closure",
                    "/api/v1/organisation-register/{id}/control-links",
                    "/api/v1/control-cases/{id}/confirmation",
                    "/api/v1/control-cases/{id}/refusal",
                    "/api/v1/control-cases/{id}/end" ->
                Thing.open(Map.of("id", UUID.randomUUID().toString()));
            case "/api/v1/auctions/{id}", "/api/v1/auctions/{id}/record", "/api/v1/auctions/{id}/events" ->
                Thing.open(
                        Map.of("id", Hall.published(database, port, Hall.plan()).id()));
            case "/api/v1/auctions/{id}/publication",
                    "/api/v1/auctions/{id}/cancellation",
                    "/api/v1/auctions/{id}/acceptance" -> {
                var hall = Hall.drafted(database, port, Hall.plan());
                yield Thing.of(hall.seller().owner(), Map.of("id", hall.id()));
            }
            // Whether somebody may is decided by the organisation that they name, which AuctionIT tries.
            case "/api/v1/auctions/{id}/deposit",
                    "/api/v1/auctions/{id}/bids",
                    "/api/v1/auctions/{id}/takes",
                    "/api/v1/auctions/{id}/part-bids",
                    "/api/v1/auctions/{id}/commitments",
                    "/api/v1/auctions/{id}/openings",
                    "/api/v1/auctions/{id}/position" ->
                Thing.open(Map.of("id", UUID.randomUUID().toString()));
            case "/api/v1/auction-deposits/{id}" -> {
                var yard = Yard.filed(database, port, "别家的货场");
                var asked = Hall.published(database, port, Hall.plan()).askDeposit(yard);
                yield Thing.of(
                        yard.owner(), Map.of("id", Visitor.json(asked).at("/id").asString()));
            }
            default -> throw new AssertionError("Say in ThingsOfOthers what " + endpoint + " is tried on");
        };
    }

    /** What the owner might send; a refusal of the body would hide whether the person is refused. */
    private static Map<String, Object> webhookBody() {
        return Map.of("url", "http://127.0.0.1:1/hooks", "eventTypes", List.of("io.xunshi.deal.signed"));
    }

    private static String webhookEndpoint(Yard yard) {
        return Visitor.json(yard.owner().post(yard.path("/webhook-endpoints"), webhookBody()))
                .at("/id")
                .asString();
    }

    static Object bodyFor(Endpoint endpoint) {
        return switch (endpoint.path()) {
            case "/api/v1/listings/{id}" -> Map.of("title", "别人的书柜");
            case "/api/v1/listings/{id}/appeal" -> Map.of("words", "这是我自己的");
            case "/api/v1/listings/{id}/device-numbers" ->
                Map.of("numbers", List.of(Map.of("kind", "SERIAL", "number", "SN-000001")));
            case "/api/v1/listings/{id}/vehicle" -> Map.of("papers", Car.papers(), "readings", List.of());
            case "/api/v1/listings/{id}/appraisals" -> Map.of("pointId", UUID.randomUUID(), "day", "2020-01-01");
            case "/api/v1/appraisal-desk/{code}/certificate" ->
                Map.of(
                        "conditionCode",
                        "GOOD",
                        "seal",
                        "FQ-0001",
                        "photoIds",
                        List.of(),
                        "low",
                        Goods.fen(1),
                        "high",
                        Goods.fen(2));
            case "/api/v1/operators/{account}/appraiser-licence" ->
                Map.of(
                        "number",
                        "JD-1",
                        "categories",
                        List.of("phone"),
                        "validFrom",
                        "2026-01-01",
                        "validUntil",
                        "2027-01-01");
            case "/api/v1/listings/{id}/wipe-record" ->
                Map.of(
                        "method",
                        "BLOCK_ERASE",
                        "medium",
                        "SEMICONDUCTOR",
                        "wipedOn",
                        "2026-11-01",
                        "tool",
                        "系统设置",
                        "consent",
                        true);
            case "/api/v1/moderation/cases/{id}/decision" -> Map.of("approved", true);
            case "/api/v1/wipe-records/{code}/verification" -> Map.of("result", "PASSED", "numberTail", "0001");
            case "/api/v1/orders/{id}/cancellation",
                    "/api/v1/orders/{id}/handover-objection",
                    "/api/v1/bundles/{id}/cancellation" -> Map.of("reason", "不是我的");
            case "/api/v1/orders/{id}/label", "/api/v1/bundles/{id}/label" ->
                Map.of("fromAddressId", UUID.randomUUID());
            case "/api/v1/my/addresses/{id}" -> Sending.home();
            case "/api/v1/rentals/{id}/cancellation", "/api/v1/rentals/{id}/damage-claim/contest" ->
                Map.of("words", "不是我的");
            case "/api/v1/rentals/{id}/extension" -> Map.of("lastDay", "2100-01-01");
            case "/api/v1/rentals/{id}/handover", "/api/v1/rentals/{id}/return" -> Map.of("code", "000000");
            case "/api/v1/rentals/{id}/condition-records" ->
                Map.of("phase", "HANDOVER", "photoIds", List.of(UUID.randomUUID()));
            case "/api/v1/rentals/{id}/damage-claim" ->
                Map.of("amount", fen(1), "words", "划痕", "photoIds", List.of(UUID.randomUUID()));
            case "/api/v1/swaps/{id}/counter-proposal" ->
                Map.of("things", List.of(swapped(UUID.randomUUID()), swapped(UUID.randomUUID())));
            case "/api/v1/swaps/{id}/cancellation" -> Map.of("words", "不是我的");
            case "/api/v1/swaps/{id}/handover", "/api/v1/swaps/{id}/return" -> Map.of("code", "000000");
            case "/api/v1/contested-rentals/{id}/decision" -> Map.of("damage", fen(0), "words", "证据不足");
            case "/api/v1/gifts/{id}/asks" ->
                Map.of("note", "我正需要", "ticket", UUID.randomUUID().toString().replace("-", ""));
            case "/api/v1/gifts/{id}/choice" -> Map.of("askIds", List.of(UUID.randomUUID()));
            case "/api/v1/gifts/{id}/handover" -> Map.of("code", "000000");
            case "/api/v1/gifts/{id}/promise-break" -> Map.of("words", "我改主意了", "keepsIt", false);
            case "/api/v1/gifts/{id}/no-show-objection" -> Map.of("words", "我去了");
            case "/api/v1/accounts/{id}/roles" -> Map.of("roles", new String[] {"RESIDENT"});
            case "/api/v1/orders/{id}/review" -> Map.of("rating", 5, "words", "");
            case "/api/v1/orders/{id}/disputes" ->
                Map.of("reason", "OTHER", "remedy", "REFUND_WITHOUT_RETURN", "words", "不是我的");
            case "/api/v1/disputes/{id}/acceptance" -> Map.of("step", 1);
            case "/api/v1/disputes/{id}/proposals" -> Map.of("remedy", "REFUND_WITHOUT_RETURN");
            case "/api/v1/disputes/{id}/rejection",
                    "/api/v1/disputes/{id}/evidence",
                    "/api/v1/disputes/{id}/appeal",
                    "/api/v1/disputes/{id}/return-denial" -> Map.of("words", "不是我的");
            case "/api/v1/disputes/{id}/return" -> Map.of("photoIds", List.of(UUID.randomUUID()));
            case "/api/v1/dispute-cases/{id}/decision" -> Map.of("remedy", "NO_REFUND", "reasons", "与快照一致，没有缺陷。");
            case "/api/v1/conversations/{id}/messages" -> Map.of("text", "别人的话");
            case "/api/v1/conversations/{id}/read-mark" -> Map.of("sequence", 0);
            case "/api/v1/conversations/{id}/reports" -> Map.of("reason", "OTHER");
            case "/api/v1/conversations/{id}/price-offers", "/api/v1/price-offers/{id}/counter-offer" ->
                Map.of("price", Map.of("amount", 26_000, "currency", "CNY"));
            case "/api/v1/listings/{id}/offer-bounds" -> Map.of("takesOffers", true);
            case "/api/v1/my/saved-searches/{id}" -> Map.of("name", "别人的订阅", "alerts", "OFF", "priceDrops", false);
            case "/api/v1/wanted-posts/{id}" -> Wanting.wish("莆田运动鞋 43 码");
            case "/api/v1/wanted-posts/{id}/ending" -> Map.of("found", false);
            case "/api/v1/wanted-posts/{id}/answers" -> Map.of("listingId", UUID.randomUUID());
            case "/api/v1/moderation/wanted-posts/{id}/decision" -> Map.of("approved", true);
            case "/api/v1/moderation/reports/{id}/decision" -> Map.of("outcome", "WARNED", "answer", "请文明用语");
            case "/api/v1/moderation/mute-appeals/{id}/decision" -> Map.of("granted", true, "remark", "情况属实");
            case "/api/v1/my/mute/appeal" -> Map.of("words", "我没有骂人");
            case "/api/v1/moderation/credit-appeals/{id}/decision" -> Map.of("granted", true, "remark", "情况属实");
            case "/api/v1/my/point/items/{id}/shelf" -> Map.of("shelf", "A-1");
            case "/api/v1/my/point/items/{id}/return" -> Map.of("paperCode", "A000-0000-0000-0");
            case "/api/v1/my/point/stocktakes/{id}/scans" ->
                Map.of("scans", List.of(Map.of("code", "T000-0000-0000-0", "at", "2026-11-27T08:00:00Z")));
            case "/api/v1/my/point/stocktakes/{id}/differences/{code}" -> Map.of("reason", "LOST");
            case "/api/v1/my/point/offline-sales/{id}" ->
                Map.of(
                        "itemCode",
                        "T000-0000-0000-0",
                        "price",
                        Map.of("amount", 30_001, "currency", "CNY"),
                        "received",
                        Map.of("amount", 30_001, "currency", "CNY"),
                        "soldAt",
                        "2026-11-27T08:00:00Z");
            case "/api/v1/my/book-corner/titles/{isbn}" -> Map.of("title", "别人的书", "authors", "某人");
            case "/api/v1/my/book-corner/scans/{id}" -> Map.of("kind", "RETURN", "book", "9780306406157");
            case "/api/v1/market-days/{id}/stalls" -> Map.of("shownName", "别人的摊", "goods", List.of("baby"));
            case "/api/v1/my/market-stalls/{id}/sales/{saleId}" ->
                Map.of(
                        "categoryCode",
                        "toy",
                        "conditionCode",
                        "GOOD",
                        "price",
                        fen(500),
                        "means",
                        "CASH",
                        "soldAt",
                        "2026-11-28T02:00:00Z");
            case "/api/v1/my/market-organiser/days/{id}/check-ins" -> Map.of("code", "N000-0000-0000-0");
            case "/api/v1/my/market-organiser/days/{id}/cancellation" -> Map.of("why", "暴雨");
            case "/api/v1/my/privacy/archives/{id}/links" -> Map.of("password", Visitor.PASSWORD);
            case "/api/v1/organisations/{id}/stock-receipts" ->
                Map.of(
                        "materialCode",
                        Yard.OLD_EXTRUSIONS,
                        "quantity",
                        1_000_000,
                        "source",
                        "RESIDENTS",
                        "reference",
                        "GP-1",
                        "happenedOn",
                        Yard.TODAY.toString());
            case "/api/v1/organisations/{id}/sites" -> Heap.site("一号库");
            case "/api/v1/organisations/{id}/custody-receipts" ->
                Heap.receipt(UUID.randomUUID().toString(), Yard.OLD_EXTRUSIONS, 1_000_000, "RESIDENTS");
            case "/api/v1/organisations/{id}/custody-openings" ->
                Map.of("siteId", UUID.randomUUID(), "materialCode", Yard.OLD_EXTRUSIONS, "grams", 1_000_000);
            case "/api/v1/organisations/{id}/custody-batches" ->
                Heap.work(
                        "SPLIT",
                        UUID.randomUUID().toString(),
                        Map.of(UUID.randomUUID().toString(), 1_000L),
                        Map.of(Yard.OLD_EXTRUSIONS, 1_000L),
                        0);
            case "/api/v1/custody-batches/{id}/reversal" -> Map.of("reason", "录入有误");
            case "/api/v1/organisations/{id}/stock-corrections" ->
                Map.of("materialCode", Yard.OLD_EXTRUSIONS, "quantity", 1_000_000, "reason", "盘点");
            case "/api/v1/organisations/{id}/lots", "/api/v1/lots/{id}" -> Yard.lot(20_000);
            case "/api/v1/organisations/{id}/demands", "/api/v1/demands/{id}" -> Yard.demand();
            case "/api/v1/organisations/{id}/lot-imports", "/api/v1/organisations/{id}/lot-import-trials" ->
                Map.of(
                        "file",
                        Base64.getEncoder()
                                .encodeToString(
                                        Yard.lotFile(Yard.lotRow("A-1", "2")).getBytes(StandardCharsets.UTF_8)));
            case "/api/v1/lots/{id}/assay-reports" ->
                Yard.report(UUID.randomUUID().toString());
            case "/api/v1/demands/{id}/ending" -> Map.of("met", true);
            case "/api/v1/lots/{id}/purchases" ->
                Map.of("organisationId", UUID.randomUUID(), "lotTerms", 1, "quantity", 1_000_000);
            case "/api/v1/lots/{id}/proposals" ->
                Map.of("organisationId", UUID.randomUUID(), "quantity", 1_000_000, "price", fen(1_500_000));
            case "/api/v1/lot-proposals/{id}/counter-proposals" ->
                Map.of("quantity", 20_000_000, "price", fen(1_500_000));
            case "/api/v1/deals/{id}/signatures" ->
                Map.of(
                        "organisationId", UUID.randomUUID(),
                        "contractHash", "0".repeat(64),
                        "password", Visitor.PASSWORD);
            case "/api/v1/organisations/{id}/tenders", "/api/v1/tenders/{id}" -> Procurement.twoLines();
            case "/api/v1/tenders/{id}/cancellation" -> Map.of("reason", "生产计划有变");
            case "/api/v1/tenders/{id}/questions" ->
                Map.of("organisationId", UUID.randomUUID(), "question", "可以分两车送吗？");
            case "/api/v1/tenders/{id}/questions/{question}/answer" -> Map.of("answer", "可以");
            case "/api/v1/tenders/{id}/lines/{line}/quote" ->
                Map.of(
                        "organisationId", UUID.randomUUID(),
                        "lotId", UUID.randomUUID(),
                        "quantity", 10_000_000,
                        "price", fen(1_500_000),
                        "validTo", Yard.TODAY.plusDays(20).toString());
            case "/api/v1/tenders/{id}/lines/{line}/quote-withdrawal" -> Map.of("organisationId", UUID.randomUUID());
            case "/api/v1/tenders/{id}/awards" ->
                Map.of("picks", List.of(Map.of("quoteId", UUID.randomUUID(), "quantity", 10_000_000)));
            case "/api/v1/deals/{id}/loads" ->
                Map.of("plate", "豫A12345", "driver", "赵师傅", "quantity", 20_000_000, "isLast", true);
            case "/api/v1/loads/{id}/tickets" ->
                Map.of(
                        "organisationId",
                        UUID.randomUUID(),
                        "scale",
                        "SELLER",
                        "device",
                        "S-01",
                        "plate",
                        "豫A12345",
                        "grossGrams",
                        32_000_000,
                        "grossAt",
                        "2026-11-27T08:00:00Z",
                        "tareGrams",
                        12_000_000,
                        "tareAt",
                        "2026-11-27T08:00:00Z",
                        "documentIds",
                        List.of());
            case "/api/v1/loads/{id}/count" -> Map.of("organisationId", UUID.randomUUID(), "pieces", 1);
            case "/api/v1/loads/{id}/third-ticket/agreement" ->
                Map.of("organisationId", UUID.randomUUID(), "hash", "0".repeat(64));
            case "/api/v1/deals/{id}/ticket-imports" -> Map.of("organisationId", UUID.randomUUID(), "csv", "load");
            case "/api/v1/deals/{id}/sample" ->
                Map.of(
                        "organisationId",
                        UUID.randomUUID(),
                        "takenBy",
                        "李取样",
                        "place",
                        "料场",
                        "seals",
                        List.of("1", "2", "3", "4"),
                        "takenAt",
                        "2026-11-27T08:00:00Z",
                        "documentIds",
                        List.of());
            case "/api/v1/deals/{id}/assays" ->
                Map.of("organisationId", UUID.randomUUID(), "laboratory", "化验室", "reading", reading());
            case "/api/v1/deals/{id}/price-calls" ->
                Map.of(
                        "organisationId",
                        UUID.randomUUID(),
                        "day",
                        Yard.TODAY.plusDays(7).toString());
            case "/api/v1/deals/{id}/umpire" -> Map.of("organisationId", UUID.randomUUID(), "laboratory", "检验院");
            case "/api/v1/deals/{id}/claims" -> Map.of("remedy", refusal(), "words", "货不对板", "documentIds", List.of());
            case "/api/v1/deals/{id}/claim/offers", "/api/v1/deals/{id}/claim/evidence" ->
                endpoint.path().endsWith("offers")
                        ? Map.of(
                                "organisationId",
                                UUID.randomUUID(),
                                "remedy",
                                refusal(),
                                "words",
                                "货不对板",
                                "documentIds",
                                List.of())
                        : Map.of("organisationId", UUID.randomUUID(), "words", "照片", "documentIds", List.of());
            case "/api/v1/deals/{id}/claim/agreement", "/api/v1/deals/{id}/claim/escalation" ->
                Map.of("organisationId", UUID.randomUUID());
            case "/api/v1/fulfilment-cases/{id}/umpire" -> Map.of("laboratory", "检验院");
            case "/api/v1/fulfilment-cases/{id}/umpire-assay" -> reading();
            case "/api/v1/fulfilment-cases/{id}/decision" -> Map.of("remedy", refusal(), "reasons", "检验报告证实");
            case "/api/v1/organisations/{id}/machine-clients" ->
                Map.of("name", "ERP", "scopes", List.of("TRADER"), "password", Visitor.PASSWORD);
            case "/api/v1/organisations/{id}/machine-clients/{client}/secrets" ->
                Map.of("overlapHours", 24, "password", Visitor.PASSWORD);
            case "/api/v1/organisations/{id}/webhook-endpoints",
                    "/api/v1/organisations/{id}/webhook-endpoints/{endpoint}" -> webhookBody();
            case "/api/v1/organisations/{id}/webhook-endpoints/{endpoint}/secrets" -> Map.of("overlapHours", 24);
            case "/api/v1/organisations/{id}/webhook-endpoints/{endpoint}/replays" ->
                Map.of("since", "2026-11-27T00:00:00Z");
            case "/api/v1/deals/{id}/invoices" ->
                Map.of(
                        "kind",
                        "GENERAL",
                        "number",
                        "26410000000000000001",
                        "issuedOn",
                        "2026-11-27",
                        "sellerTaxNumber",
                        "91350100M000100Y43",
                        "buyerTaxNumber",
                        "91350100M000100Y43",
                        "rateBasisPoints",
                        1_300,
                        "lines",
                        List.of(Map.of(
                                "materialCode", "NF-AL", "name", "废铝", "quantity", 1, "netFen", 1, "taxFen", 0)));
            case "/api/v1/deals/{id}/claim-reply" -> Map.of("organisationId", UUID.randomUUID(), "words", "已整改");
            case "/api/v1/deal-invoices/{id}/objection" -> Map.of("reason", "税号不符");
            case "/api/v1/deal-invoices/{id}/red-letter", "/api/v1/reverse-purchases/{id}/red-letter" ->
                Map.of("number", "26410000000000000001", "issuedOn", "2026-11-27", "reason", "开错");
            case "/api/v1/reverse-purchases/{id}/invoice" ->
                Map.of("kind", "GENERAL", "number", "26410000000000000001", "issuedOn", "2026-11-27");
            case "/api/v1/organisations/{id}/reverse-purchases" ->
                Map.ofEntries(
                        Map.entry("sellerName", "王建国"),
                        Map.entry("idNumber", "11010519491231002X"),
                        Map.entry("agreement", "SG-1"),
                        Map.entry("boughtOn", "2026-11-27"),
                        Map.entry("receiptId", UUID.randomUUID()),
                        Map.entry("materialCode", "NF-AL-EXT-O"),
                        Map.entry("quantity", 1),
                        Map.entry("grossFen", 1),
                        Map.entry("rateBasisPoints", 0),
                        Map.entry("withheldFen", 0),
                        Map.entry("paidFen", 1),
                        Map.entry("paymentReference", "1"),
                        Map.entry("paidOn", "2026-11-27"));
            case "/api/v1/organisations/{id}/invoice-batches" ->
                Map.of("firstDay", "2026-11-01", "lastDay", "2026-11-27");
            case "/api/v1/organisations/{id}/payouts" -> Map.of("amount", Map.of("amount", 100, "currency", "CNY"));
            case "/api/v1/organisations/{id}/weigh-devices" ->
                Map.of("id", "S-01", "name", "地磅", "certificate", "JD-1", "certificateTo", "2027-01-01");
            case "/api/v1/materials/{code}/editions" ->
                Map.of(
                        "basedOn",
                        9_999,
                        "validFrom",
                        "2100-01-01",
                        "nameZh",
                        "废铝",
                        "nameEn",
                        "Aluminium scrap",
                        "standard",
                        "GB/T 13586-2021",
                        "licenceGate",
                        "FILING_AND_POLICE",
                        "limits",
                        "");
            case "/api/v1/organisations/{id}" ->
                Map.of("place", "洛阳市", "contactName", "王工", "contactPhone", "0379-1234567");
            case "/api/v1/organisations/{id}/members/{account}" -> Map.of("roles", List.of("OWNER"));
            case "/api/v1/organisations/{id}/invitations" -> Map.of("label", "同事", "roles", List.of("TRADER"));
            case "/api/v1/organisations/{id}/licences" ->
                Map.of(
                        "kind",
                        "ELV",
                        "number",
                        "1",
                        "office",
                        "商务厅",
                        "materials",
                        List.of("EV"),
                        "areas",
                        List.of("CITY"),
                        "validFrom",
                        "2026-01-01",
                        "documentId",
                        UUID.randomUUID());
            case "/api/v1/organisations/{id}/control-links", "/api/v1/organisation-register/{id}/control-links" ->
                Map.of(
                        "otherCreditCode",
                        "91350100M000100Y43",
                        "isController",
                        true,
                        "shareBasisPoints",
                        5100,
                        "source",
                        "章程",
                        "validFrom",
                        "2026-01-01");
            case "/api/v1/licence-cases/{id}/refusal", "/api/v1/organisation-register/{id}/closure" ->
                Map.of("reason", "看不清");
            case "/api/v1/lots/{id}/auctions" -> Hall.plan();
            case "/api/v1/auctions/{id}/deposit" -> Map.of("organisation", UUID.randomUUID());
            case "/api/v1/auctions/{id}/takes" -> Map.of("organisation", UUID.randomUUID(), "quantity", 1);
            case "/api/v1/auctions/{id}/part-bids" ->
                Map.of("organisation", UUID.randomUUID(), "priceFen", 1, "quantity", 1, "takesLess", true);
            case "/api/v1/auctions/{id}/commitments" ->
                Map.of("organisation", UUID.randomUUID(), "commitment", "0".repeat(64));
            case "/api/v1/auctions/{id}/openings" ->
                Map.of("organisation", UUID.randomUUID(), "amountFen", 1, "nonce", "0".repeat(64));
            case "/api/v1/auctions/{id}/bids" -> Map.of("organisation", UUID.randomUUID(), "ceilingFen", 1);
            default -> Map.of();
        };
    }

    private Haul haul() {
        if (haul == null) {
            haul = Haul.signed(database, port);
        }
        return haul;
    }

    /** The one load of the deal. */
    private static String load(Haul haul) {
        var loads = Visitor.json(haul.seller().owner().get("/api/v1/deals/" + haul.deal() + "/fulfilment"))
                .at("/loads");
        return loads.isEmpty() ? haul.dispatched() : loads.at("/0/id").asString();
    }

    private static Map<String, Object> refusal() {
        return Map.of("kind", "REFUSAL", "fen", 0);
    }

    private static Map<String, Object> reading() {
        return Map.of("values", Map.of("al_pct", 9_750), "rejects", List.of(), "documentIds", List.of());
    }

    private String scan() {
        var id = UUID.randomUUID().toString();
        school.scan(id, "GIVE", null, school.title()).expectStatus().isOk();
        return id;
    }

    /** One that is ready. */
    private String archive() {
        var person =
                Visitor.json(owner.get("/api/v1/session")).at("/account/id").asString();
        var id = UUID.randomUUID();
        database.sql("""
                        insert into privacy.archive (id, account, requested_at, document_cipher, ready_at)
                        values (:id, :account, now(), '', now())
                        """)
                .bind("id", id)
                .bind("account", UUID.fromString(person))
                .then()
                .block();
        return id.toString();
    }

    private String announcedDocument() {
        var document = Map.of("name", "执照.pdf", "contentType", "application/pdf", "sizeBytes", 1000);
        return Visitor.json(owner.post("/api/v1/documents", document)).at("/id").asString();
    }

    private static String idOf(Visitor person) {
        return Visitor.json(person.get("/api/v1/session")).at("/account/id").asString();
    }

    private String savedSearch() {
        var body = Map.of("name", "书柜", "criteria", Map.of("q", "书柜"), "alerts", "OFF", "priceDrops", false);
        return Visitor.json(owner.post("/api/v1/my/saved-searches", body))
                .at("/id")
                .asString();
    }

    private String savedOfferSearch() {
        var body = Map.of("name", "废铝", "side", "LOT", "criteria", Map.of("q", "废铝"));
        return Visitor.json(owner.post("/api/v1/my/saved-offer-searches", body))
                .at("/id")
                .asString();
    }

    private static Map<String, Object> swapped(UUID listing) {
        return Map.of("listingId", listing, "pays", fen(0));
    }

    private static Map<String, Object> fen(long amount) {
        return Map.of("amount", amount, "currency", "CNY");
    }

    private String draft() {
        return Visitor.json(owner.post("/api/v1/listings", Map.of("title", "书柜")))
                .at("/id")
                .asString();
    }

    /** A draft with what a device needs. */
    private String car() {
        return Visitor.json(owner.post("/api/v1/listings", Map.of("title", "轿车", "categoryCode", "car")))
                .at("/id")
                .asString();
    }

    private String booking() {
        var listing = Goods.published(owner).at("/id").asString();
        var day = LocalDate.now(CityTime.ZONE).toString();
        return Visitor.json(owner.post(
                        "/api/v1/listings/" + listing + "/appraisals", Map.of("pointId", shop.id(), "day", day)))
                .at("/booking/id")
                .asString();
    }

    private String phone() {
        var id = Visitor.json(owner.post("/api/v1/listings", Map.of("title", "手机", "categoryCode", "mobile-phone")))
                .at("/id")
                .asString();
        owner.put(
                "/api/v1/listings/" + id + "/device-numbers",
                Map.of("numbers", List.of(Map.of("kind", "SERIAL", "number", "SN-000001"))));
        return id;
    }

    private String conversation() {
        var asker = new Visitor(port).signUp("问家");
        return Visitor.json(asker.post(
                        "/api/v1/listings/" + publicListing.at("/id").asString() + "/conversations", Map.of()))
                .at("/id")
                .asString();
    }

    /** Made to the owner, for a listing of its own: whoever accepts it sells the item. */
    private String priceOffer() {
        var buyer = new Visitor(port).signUp("出价的人");
        var listing = Goods.published(owner).at("/id").asString();
        var conversation = Visitor.json(buyer.post("/api/v1/listings/" + listing + "/conversations", Map.of()))
                .at("/id")
                .asString();
        return Visitor.json(buyer.post(
                        "/api/v1/conversations/" + conversation + "/price-offers",
                        Map.of("price", Map.of("amount", 20_000, "currency", "CNY"))))
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
