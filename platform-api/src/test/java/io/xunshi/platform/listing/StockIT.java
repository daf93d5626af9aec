package io.xunshi.platform.listing;

import static io.xunshi.platform.kernel.Columns.required;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.identity.AccountId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A listing that offers several pieces of the same. */
@PlatformTest
class StockIT {
    @LocalServerPort
    private int port;

    @Autowired
    private Listings listings;

    @Autowired
    private TransactionalOperator transaction;

    @Autowired
    private DatabaseClient database;

    @Test
    void ofFortyBuyersForTwentyFivePiecesTwentyFiveGetOne() {
        var boxes = offered(25);

        var won = Flux.range(0, 40)
                .flatMap(buyer -> reserve(boxes, UUID.randomUUID(), 1), 40)
                .filter(got -> got)
                .count()
                .block();

        assertThat(won).isEqualTo(25);
        assertThat(promised(boxes)).isEqualTo(25);
        assertThat(now(boxes))
                .returns(ListingState.RESERVED, ListingView::state)
                .returns(0, ListingView::left);
    }

    @Test
    void ofTwoBuyersOfThreeForFivePiecesOneGetsThem() {
        var boxes = offered(5);

        var won = Flux.range(0, 2)
                .flatMap(buyer -> reserve(boxes, UUID.randomUUID(), 3), 2)
                .filter(got -> got)
                .count()
                .block();

        assertThat(won).isEqualTo(1);
        assertThat(now(boxes))
                .returns(ListingState.PUBLISHED, ListingView::state)
                .returns(2, ListingView::left);
    }

    @Test
    void buyersWhoComeAndGoNeverHoldMoreThanThereIs() {
        var boxes = offered(7);

        Flux.range(0, 60)
                .flatMap(
                        buyer -> {
                            var holder = UUID.randomUUID();
                            return reserve(boxes, holder, 1 + buyer % 4)
                                    .then(end(boxes, holder, buyer))
                                    .thenReturn(buyer);
                        },
                        30)
                .blockLast();

        var sold = Flux.range(0, 60).filter(StockIT::isBought).count().block();
        assertThat(sold).isPositive();
        var row = row(boxes);
        assertThat(promised(boxes)).isEqualTo(row.promised());
        assertThat(row.stock()).isBetween(0, 7);
        assertThat(row.promised()).isZero();
    }

    @Test
    void whatIsLetGoCanBeHadAgain() {
        var boxes = offered(4);
        var holder = UUID.randomUUID();
        reserve(boxes, holder, 4).block();
        assertThat(now(boxes).state()).isEqualTo(ListingState.RESERVED);

        release(boxes, holder);
        release(boxes, holder);

        assertThat(now(boxes))
                .returns(ListingState.PUBLISHED, ListingView::state)
                .returns(4, ListingView::left);
    }

    @Test
    void itIsSoldWithItsLastPiece() {
        var boxes = offered(3);
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();
        reserve(boxes, first, 2).block();
        sell(boxes, first);
        assertThat(now(boxes))
                .returns(ListingState.PUBLISHED, ListingView::state)
                .returns(1, ListingView::left);

        reserve(boxes, second, 1).block();
        sell(boxes, second);

        assertThat(now(boxes)).returns(ListingState.SOLD, ListingView::state).returns(0, ListingView::left);
    }

    @Test
    void theDatabaseItselfPromisesNoMoreThanThereIs() {
        var boxes = offered(3);
        reserve(boxes, UUID.randomUUID(), 2).block();

        assertThatThrownBy(() -> sql("update listing.listing set promised = promised + 2 where id = :id", boxes))
                .hasMessageContaining("no_more_is_promised_than_there_is");
        assertThatThrownBy(() -> sql("update listing.listing set stock = 1 where id = :id", boxes))
                .hasMessageContaining("no_more_is_promised_than_there_is");
        assertThatThrownBy(() -> sql("""
                        insert into listing.hold (holder, item_id, listing_id, buyer, held_at)
                        select gen_random_uuid(), item_id, id, gen_random_uuid(), now() from listing.listing where id = :id
                        """, boxes)).hasMessageContaining("an_item_is_promised_whole_or_in_pieces");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1_000, 1_000_000_000})
    void aStockIsOneToNineHundredAndNinetyNinePieces(int stock) {
        var seller = seller();

        seller.post("/api/v1/listings", Goods.boxes(seller, stock))
                .expectStatus()
                .isEqualTo(400)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("stock");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "\"２\"", "\"two\"", "[2]", "true", "99999999999"})
    void aStockIsAWholeNumber(String stock) {
        var seller = seller();
        var boxes = JsonMapper.shared()
                .writeValueAsString(Goods.boxes(seller, 2))
                .replace("\"stock\":2", "\"stock\":" + stock);

        seller.post("/api/v1/listings", boxes).expectStatus().isEqualTo(400);
    }

    @Test
    void whatIsLentSwappedOrGivenIsOneThing() {
        var seller = seller();
        var lent = Goods.drill(seller);
        lent.put("stock", 3);
        var given = Goods.chair(seller, "DRAW");
        given.put("stock", 3);
        var swapped = Goods.boxes(seller, 3);
        swapped.put("swap", Map.of("categoryCodes", List.of(), "words", ""));

        for (var offer : List.of(lent, given, swapped)) {
            faultOf(seller.post("/api/v1/listings", offer), "can only be sold");
        }
    }

    @Test
    void everyDeviceIsListedByItself() {
        var seller = seller();
        var phones = Goods.boxes(seller, 2);
        phones.put("categoryCode", "mobile-phone");
        phones.put("attributes", Map.of());

        faultOf(seller.post("/api/v1/listings", phones), "own number");
    }

    @Test
    void theSellerCanHaveMoreOrFewerButNotFewerThanArePromised() {
        var seller = seller();
        var listing = Goods.stocked(seller, 5);
        var boxes = idOf(listing);
        reserve(boxes, UUID.randomUUID(), 3).block();

        faultOf(edited(seller, listing, 2), "promised to buyers");
        edited(seller, listing, 3).expectStatus().isOk();
        assertThat(now(boxes))
                .returns(ListingState.RESERVED, ListingView::state)
                .returns(0, ListingView::left);

        edited(seller, listing, 10).expectStatus().isOk();
        assertThat(now(boxes))
                .returns(ListingState.PUBLISHED, ListingView::state)
                .returns(7, ListingView::left);
    }

    @Test
    void anEditThatAPurchaseOvertookIsStale() {
        var seller = seller();
        var listing = Goods.stocked(seller, 5);
        reserve(idOf(listing), UUID.randomUUID(), 1).block();

        seller.put(
                        "/api/v1/listings/" + listing.at("/id").asString(),
                        Goods.boxes(seller, 5),
                        "\"" + listing.at("/version").longValue() + "\"")
                .expectStatus()
                .isEqualTo(412);
    }

    @Test
    void whileSomePiecesArePromisedItStaysAStock() {
        var seller = seller();
        var listing = Goods.stocked(seller, 5);
        reserve(idOf(listing), UUID.randomUUID(), 1).block();

        faultOf(edited(seller, listing, null), "promised to buyers");
    }

    @Test
    void aUniqueThingBecomesAStockOnceNobodyHasItBooked() {
        var seller = seller();
        var listing = Goods.lent(seller);
        var drill = idOf(listing);
        var holder = UUID.randomUUID();
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        listings.book(
                        drill,
                        new AccountId(UUID.randomUUID()),
                        holder,
                        new DayRange(today.plusDays(3), today.plusDays(4)))
                .as(transaction::transactional)
                .block();

        faultOf(edited(seller, listing, 4), "for some days");
        listings.releaseDays(drill, holder).as(transaction::transactional).block();

        edited(seller, listing, 4).expectStatus().isOk();
        assertThat(now(drill).left()).isEqualTo(4);
    }

    @Test
    void whatIsPromisedStaysSoWhenTheRestIsWithdrawn() {
        var seller = seller();
        var boxes = idOf(Goods.stocked(seller, 5));
        var kept = UUID.randomUUID();
        var dropped = UUID.randomUUID();
        reserve(boxes, kept, 2).block();
        reserve(boxes, dropped, 1).block();
        post(seller, boxes, "withdrawal").expectStatus().isOk();

        release(boxes, dropped);
        sell(boxes, kept);

        assertThat(now(boxes))
                .returns(ListingState.WITHDRAWN, ListingView::state)
                .returns(3, ListingView::left);
        assertThat(row(boxes)).isEqualTo(new Row(3, 0));
        post(seller, boxes, "publication").expectStatus().isOk();
    }

    @Test
    void aWithdrawnStockOfWhichAllIsPromisedIsNotOfferedAgain() {
        var seller = seller();
        var listing = Goods.stocked(seller, 5);
        var boxes = idOf(listing);
        reserve(boxes, UUID.randomUUID(), 2).block();
        post(seller, boxes, "withdrawal").expectStatus().isOk();
        edited(seller, listing, 2).expectStatus().isOk();

        faultOf(post(seller, boxes, "publication"), "Name more than are promised");
    }

    @Test
    void aStockIsNeverSwappedAsOneThing() {
        var boxes = offered(5);

        assertThatThrownBy(() -> listings.reserveAll(Map.of(boxes, new AccountId(UUID.randomUUID())), UUID.randomUUID())
                        .as(transaction::transactional)
                        .block())
                .hasMessageContaining("listing.one-not-available");
    }

    @Test
    void everybodyReadsHowManyAreLeft() {
        var boxes = offered(6);
        reserve(boxes, UUID.randomUUID(), 2).block();

        var seen = Visitor.json(new Visitor(port).get("/api/v1/listings/" + boxes));

        assertThat(seen.at("/left").intValue()).isEqualTo(4);
        assertThat(seen.at("/stock").intValue()).isEqualTo(6);
    }

    private Mono<Void> end(ListingId boxes, UUID holder, int buyer) {
        return (isBought(buyer) ? listings.markSold(boxes, holder) : listings.release(boxes, holder))
                .as(transaction::transactional);
    }

    private static boolean isBought(int buyer) {
        return buyer % 10 == 0;
    }

    private ResponseSpec edited(Visitor seller, JsonNode listing, @Nullable Integer stock) {
        var id = listing.at("/id").asString();
        var offer = Goods.boxes(seller, 1);
        if (stock == null) {
            offer.remove("stock");
        } else {
            offer.put("stock", stock);
        }
        var version = now(new ListingId(UUID.fromString(id))).version();
        return seller.put("/api/v1/listings/" + id, offer, "\"" + version + "\"");
    }

    private static ResponseSpec post(Visitor seller, ListingId id, String action) {
        return seller.post("/api/v1/listings/" + id + "/" + action, Map.of());
    }

    private static void faultOf(ResponseSpec refused, String says) {
        refused.expectStatus()
                .isEqualTo(400)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("stock")
                .jsonPath("$.errors[0].message")
                .value(message -> assertThat(String.valueOf(message)).contains(says));
    }

    private Visitor seller() {
        return new Visitor(port).signUp("卖家");
    }

    private ListingId offered(int stock) {
        return idOf(Goods.stocked(seller(), stock));
    }

    private static ListingId idOf(JsonNode listing) {
        return new ListingId(UUID.fromString(listing.at("/id").asString()));
    }

    private Mono<Boolean> reserve(ListingId id, UUID holder, int pieces) {
        return listings.reserve(id, new AccountId(UUID.randomUUID()), holder, pieces)
                .as(transaction::transactional)
                .hasElement();
    }

    private void release(ListingId id, UUID holder) {
        listings.release(id, holder).as(transaction::transactional).block();
    }

    private void sell(ListingId id, UUID holder) {
        listings.markSold(id, holder).as(transaction::transactional).block();
    }

    private ListingView now(ListingId id) {
        return Objects.requireNonNull(listings.find(id).block());
    }

    private void sql(String statement, ListingId id) {
        database.sql(statement).bind("id", id.value()).then().block();
    }

    private int promised(ListingId id) {
        var pieces = database.sql(
                        "select coalesce(sum(pieces), 0)::integer as pieces from listing.hold where listing_id = :id and released_at is null")
                .bind("id", id.value())
                .map(row -> required(row, "pieces", Integer.class))
                .one()
                .block();
        return Objects.requireNonNull(pieces);
    }

    private Row row(ListingId id) {
        var found = database.sql("select stock, promised from listing.listing where id = :id")
                .bind("id", id.value())
                .map(row -> new Row(required(row, "stock", Integer.class), required(row, "promised", Integer.class)))
                .one()
                .block();
        return Objects.requireNonNull(found);
    }

    private record Row(int stock, int promised) {}
}
