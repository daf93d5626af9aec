package io.xunshi.platform;

import io.xunshi.platform.consignment.Shop;
import io.xunshi.platform.corner.School;
import io.xunshi.platform.listing.Goods;
import io.xunshi.platform.marketday.Market;
import io.xunshi.platform.order.Giving;
import io.xunshi.platform.order.Lending;
import io.xunshi.platform.order.Quarrel;
import io.xunshi.platform.order.Sending;
import io.xunshi.platform.order.Swapping;
import io.xunshi.platform.order.Trade;
import io.xunshi.platform.wanted.Wanting;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    private final Visitor disputant;
    private final String dispute;
    private final JsonNode rental;
    private final String swap;
    private final String gift;
    private final School school;
    private final Market market;

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
                    "/api/v1/orders/{id}/review",
                    "/api/v1/orders/{id}/reviews",
                    "/api/v1/orders/{id}/disputes",
                    "/api/v1/orders/{id}/refund-effect" ->
                Thing.of(owner, Map.of("id", order.at("/id").asString()));
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
                    "/api/v1/moderation/reports/{id}/decision" ->
                Thing.open(Map.of("id", UUID.randomUUID().toString()));
            case "/api/v1/my/listings/{id}/wanted-posts" ->
                Thing.of(owner, Map.of("id", publicListing.at("/id").asString()));
            case "/media/photos/{id}/{width}.jpg" ->
                Thing.open(Map.of("id", publicListing.at("/photos/0/id").asString(), "width", "320"));
            case "/api/v1/problems/{code}" -> Thing.open(Map.of("code", "listing.not-found"));
            case "/api/v1/receipts/{orderCode}" ->
                Thing.open(Map.of("orderCode", order.at("/code").asString()));
            case "/log/tile/{*path}" -> Thing.open(Map.of("path", "/0/000"));
            case "/api/v1/oversight/trades/{tradeId}" ->
                Thing.open(Map.of("tradeId", order.at("/id").asString()));
            case "/api/v1/accounts/{id}/roles",
                    "/api/v1/accounts/{id}/profile",
                    "/api/v1/accounts/{id}/reviews",
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
            case "/api/v1/account/sessions/{id}" -> Thing.open(Map.of("id", "0"));
            case "/api/v1/my/privacy/topics/{topic}" -> Thing.open(Map.of("topic", "identity.account"));
            case "/api/v1/my/privacy/consents/{code}" -> Thing.open(Map.of("code", "interest.traces"));
            case "/api/v1/my/privacy/archives/{id}/links" -> Thing.of(owner, Map.of("id", archive()));
            // Whose it is, is decided by the key of a link, which PrivacyIT tries.
            case "/api/v1/my/privacy/archives/{id}/file" ->
                Thing.open(Map.of("id", UUID.randomUUID().toString()));
            default -> throw new AssertionError("Say in ThingsOfOthers what " + endpoint + " is tried on");
        };
    }

    /** What the owner might send; a refusal of the body would hide whether the person is refused. */
    static Object bodyFor(Endpoint endpoint) {
        return switch (endpoint.path()) {
            case "/api/v1/listings/{id}" -> Map.of("title", "别人的书柜");
            case "/api/v1/listings/{id}/appeal" -> Map.of("words", "这是我自己的");
            case "/api/v1/listings/{id}/device-numbers" ->
                Map.of("numbers", List.of(Map.of("kind", "SERIAL", "number", "SN-000001")));
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
            case "/api/v1/orders/{id}/cancellation", "/api/v1/orders/{id}/handover-objection" ->
                Map.of("reason", "不是我的");
            case "/api/v1/orders/{id}/label" -> Map.of("fromAddressId", UUID.randomUUID());
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
            default -> Map.of();
        };
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

    private String savedSearch() {
        var body = Map.of("name", "书柜", "criteria", Map.of("q", "书柜"), "alerts", "OFF", "priceDrops", false);
        return Visitor.json(owner.post("/api/v1/my/saved-searches", body))
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
