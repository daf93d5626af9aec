package io.xunshi.platform.listing;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

@PlatformTest
class PublishingIT {
    @LocalServerPort
    private int port;

    private Visitor seller;
    private Visitor stranger;

    @BeforeEach
    void somebodyHasSomethingToSell() {
        seller = new Visitor(port).signUp("卖家");
        stranger = new Visitor(port);
    }

    @Test
    void aPublishedListingIsReadByEverybodyWithItsPhotos() {
        var listing = Goods.published(seller);

        stranger.get("/api/v1/listings/" + listing.at("/id").asString())
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"" + listing.at("/version").asInt() + "\"")
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("PUBLISHED")
                .jsonPath("$.title")
                .isEqualTo("实木书柜 五层")
                .jsonPath("$.seller.displayName")
                .isEqualTo("卖家")
                .jsonPath("$.photos[0].variants.length()")
                .isEqualTo(2)
                .jsonPath("$.photos[0].placeholder")
                .value(String.class, text -> assertThat(text).startsWith("data:image"))
                .jsonPath("$.location.lat")
                .isNumber();
        stranger.get(listing.at("/photos/0/variants/0/url").asString())
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("image/jpeg")
                .expectHeader()
                .valueMatches("Cache-Control", ".*immutable.*");
    }

    @Test
    void aDraftIsSeenByItsOwnerAlone() {
        var draft = draft(Map.of("title", "还没写完"));

        seller.get("/api/v1/listings/" + draft)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.title")
                .isEqualTo("还没写完");
        stranger.get("/api/v1/listings/" + draft).expectStatus().isNotFound();
        new Visitor(port)
                .signUp("别人")
                .get("/api/v1/listings/" + draft)
                .expectStatus()
                .isNotFound();
    }

    @Test
    void publishingNamesEverythingThatIsMissingAtOnce() {
        var draft = draft(Map.of("title", "书"));

        seller.post("/api/v1/listings/" + draft + "/publication", Map.of())
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[*].field")
                .isEqualTo(List.of("title", "price", "districtCode", "conditionCode", "photoIds", "categoryCode"))
                .jsonPath("$.errors[0].message")
                .isNotEmpty();
    }

    @Test
    void aLargeApplianceNamesItsYearOfMakeAndCardsTellIt() {
        var offer = refrigerator(Map.of("brand", "海尔"));
        seller.post("/api/v1/listings/" + draft(offer) + "/publication", Map.of())
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("attributes.made_year");

        var listing = Goods.publish(
                seller, refrigerator(Map.of("brand", "海尔", "made_year", "2015", "year", "2016", "floor", "6")));
        stranger.get("/api/v1/accounts/" + listing.at("/seller/id").asString() + "/listings")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].usedSince")
                .isEqualTo(2015);
    }

    @ParameterizedTest
    @ValueSource(strings = {"19", "20155", "1830", "去年", "２０１５"})
    void whatIsNoYearIsNoAnswer(String year) {
        seller.post("/api/v1/listings", refrigerator(Map.of("brand", "海尔", "made_year", year)))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("attributes.made_year");
    }

    @Test
    void aYearThatHasNotComeIsRefusedByName() {
        var draft = draft(refrigerator(Map.of("brand", "海尔", "made_year", "2099")));

        seller.post("/api/v1/listings/" + draft + "/publication", Map.of())
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.rules[0].id")
                .isEqualTo("year-to-come");
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "price, -1, price",
        "price, 0, price",
        "price, 1000000001, price",
        "price, 9223372036854775807, price",
    })
    void aPriceOutOfRangeIsRefused(String field, long amount, String named) {
        seller.post("/api/v1/listings", Map.of(field, Map.of("amount", amount, "currency", "CNY")))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(named);
    }

    @Test
    void aPriceBeyondAllNumbersOrWithADecimalPointIsRefused() {
        for (var amount : List.of("92233720368547758070", "1.5", "\"12\"x")) {
            seller.request(HttpMethod.POST, "/api/v1/listings")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue("{\"price\":{\"amount\":" + amount + ",\"currency\":\"CNY\"}}")
                    .exchange()
                    .expectStatus()
                    .isBadRequest();
        }
    }

    @Test
    void scriptAndSqlInAFieldAreTextLikeAnyOther() {
        var offer = Goods.bookcase(seller);
        offer.put("title", "<script>alert('x')</script>");
        offer.put("description", "'; drop table listing.listing; --");
        var listing = Goods.publish(seller, offer);

        stranger.get("/api/v1/listings/" + listing.at("/id").asString())
                .expectBody()
                .jsonPath("$.title")
                .isEqualTo("<script>alert('x')</script>")
                .jsonPath("$.description")
                .isEqualTo("'; drop table listing.listing; --");
    }

    @Test
    void ofTwoEditsOfOneVersionTheSecondIsStale() {
        var offer = Goods.bookcase(seller);
        var listing = Goods.publish(seller, offer);
        var path = "/api/v1/listings/" + listing.at("/id").asString();
        var read = "\"" + listing.at("/version").asInt() + "\"";
        offer.put("title", "实木书柜 六层");
        seller.put(path, offer, read).expectStatus().isOk();
        offer.put("title", "实木书柜 七层");

        seller.put(path, offer, read)
                .expectStatus()
                .isEqualTo(412)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("http.stale");

        stranger.get(path).expectBody().jsonPath("$.title").isEqualTo("实木书柜 六层");
    }

    @Test
    void anEditMustSayWhichVersionItEdits() {
        var draft = draft(Map.of("title", "书柜"));

        seller.put("/api/v1/listings/" + draft, Map.of("title", "柜"))
                .expectStatus()
                .isEqualTo(428);
    }

    @Test
    void nobodyChangesSomebodyElsesListing() {
        var listing = Goods.published(seller);
        var path = "/api/v1/listings/" + listing.at("/id").asString();
        var other = new Visitor(port).signUp("别人");

        other.put(path, Map.of("title", "偷改"), "\"2\"").expectStatus().isNotFound();
        other.post(path + "/withdrawal", Map.of()).expectStatus().isNotFound();
        other.post(path + "/publication", Map.of()).expectStatus().isNotFound();
        other.delete(path).expectStatus().isNotFound();
        stranger.get(path).expectBody().jsonPath("$.title").isEqualTo("实木书柜 五层");
    }

    @Test
    void somebodyElsesPhotoCannotBeUsed() {
        var offer = Goods.bookcase(seller);
        offer.put("photoIds", List.of(Goods.photo(new Visitor(port).signUp("摄影师"))));
        var draft = draft(offer);

        seller.post("/api/v1/listings/" + draft + "/publication", Map.of())
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("photoIds");
    }

    @Test
    void aWithdrawnListingCanBePublishedAgain() {
        var listing = Goods.published(seller);
        var path = "/api/v1/listings/" + listing.at("/id").asString();

        seller.post(path + "/withdrawal", Map.of())
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("WITHDRAWN");
        seller.post(path + "/publication", Map.of())
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("PUBLISHED");
    }

    @Test
    void ownListingsArePagedWithoutGapsOrRepetitions() {
        for (int i = 0; i < 5; i++) {
            draft(Map.of("title", "第" + i));
        }
        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var page = Visitor.json(seller.get("/api/v1/my/listings?limit=2" + cursor));
            page.at("/items").forEach(item -> seen.add(item.at("/title").asString()));
            var next = page.at("/nextCursor");
            cursor = next.isNull() ? "" : "&cursor=" + next.asString();
        } while (!cursor.isEmpty());

        assertThat(seen).containsExactly("第4", "第3", "第2", "第1", "第0");
    }

    @Test
    void theSameKeyMakesOneDraftAndAnotherBodyUnderItIsRefused() {
        var key = UUID.randomUUID().toString();
        var first = Visitor.json(seller.post("/api/v1/listings", Map.of("title", "一次"), key));

        seller.post("/api/v1/listings", Map.of("title", "一次"), key)
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("Idempotent-Replayed", "true")
                .expectBody()
                .jsonPath("$.id")
                .isEqualTo(first.at("/id").asString());
        seller.post("/api/v1/listings", Map.of("title", "两次"), key)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("http.idempotency-key-reused");
        seller.get("/api/v1/my/listings")
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(1);
    }

    private String draft(Map<String, Object> offer) {
        return Visitor.json(seller.post("/api/v1/listings", offer)).at("/id").asString();
    }

    private Map<String, Object> refrigerator(Map<String, String> attributes) {
        var offer = Goods.bookcase(seller);
        offer.put("title", "海尔 双门冰箱");
        offer.put("categoryCode", "refrigerator");
        offer.put("attributes", attributes);
        return offer;
    }
}
