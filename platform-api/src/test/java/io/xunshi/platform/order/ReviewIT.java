package io.xunshi.platform.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.listing.Goods;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

@PlatformTest
class ReviewIT {
    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    private Trade trade;

    @BeforeEach
    void aTradeIsComplete() {
        trade = Trade.completed(port);
    }

    @Test
    void aReviewStaysSealedUntilTheOtherSideHasSpokenToo() {
        review(trade.buyer, 5, "和描述一致，卖家爽快").expectStatus().isOk();

        assertThat(seenBy(trade.buyer).at("/mine/words").asString()).isEqualTo("和描述一致，卖家爽快");
        assertThat(seenBy(trade.seller).at("/theirs").isNull()).isTrue();
        assertThat(wordsAbout(trade.seller)).isEmpty();
        assertThat(profileOf(trade.seller).at("/reviews").asInt()).isZero();

        var answer = Visitor.json(review(trade.seller, 4, "付款快"));

        assertThat(answer.at("/theirs/rating").asInt()).isEqualTo(5);
        assertThat(answer.at("/open").asBoolean()).isFalse();
        assertThat(seenBy(trade.buyer).at("/theirs/words").asString()).isEqualTo("付款快");
        assertThat(wordsAbout(trade.seller)).containsExactly("和描述一致，卖家爽快");
        assertThat(wordsAbout(trade.buyer)).containsExactly("付款快");
        assertThat(profileOf(trade.seller).at("/ratingHundredths").asInt()).isEqualTo(500);
    }

    @Test
    void aSealedReviewCanBeChangedAndARevealedOneCannot() {
        review(trade.buyer, 2, "有划痕");
        review(trade.buyer, 3, "有划痕，但卖家退了一点").expectStatus().isOk();
        review(trade.seller, 5, "");

        review(trade.buyer, 1, "现在报复")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("order.review-closed");

        assertThat(wordsAbout(trade.seller)).containsExactly("有划痕，但卖家退了一点");
    }

    @Test
    void afterSevenDaysASingleReviewIsRevealedAndNobodyCanAnswerIt() {
        review(trade.buyer, 4, "不错");

        sevenDaysPass();

        assertThat(wordsAbout(trade.seller)).containsExactly("不错");
        assertThat(seenBy(trade.seller).at("/open").asBoolean()).isFalse();
        review(trade.seller, 1, "迟到的反击").expectStatus().isEqualTo(409);
    }

    @Test
    void twoSidesWhoSpeakAtTheSameMomentAreBothRevealed() {
        var both = List.of(trade.buyer, trade.seller).stream()
                .map(person -> CompletableFuture.runAsync(
                        () -> review(person, 5, "同时").expectStatus().isOk()))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(both).join();

        assertThat(seenBy(trade.buyer).at("/theirs/words").asString()).isEqualTo("同时");
        assertThat(seenBy(trade.seller).at("/theirs/words").asString()).isEqualTo("同时");
    }

    @Test
    void aPurchaseThatIsNotCompleteCannotBeReviewed() {
        var unfinished = Trade.placed(port);

        unfinished
                .buyer
                .put("/api/v1/orders/" + unfinished.orderId + "/review", Map.of("rating", 1))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("order.wrong-state");
    }

    @Test
    void aStrangersPurchaseDoesNotExist() {
        var stranger = new Visitor(port).signUp("路人");

        review(stranger, 1, "差评").expectStatus().isNotFound();
        stranger.get("/api/v1/orders/" + trade.orderId + "/reviews")
                .expectStatus()
                .isNotFound();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 6, -1, Integer.MAX_VALUE})
    void aRatingIsFromOneToFive(int rating) {
        review(trade.buyer, rating, "")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("rating");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "好\u0007评", "\ue000"})
    void wordsArePlainText(String words) {
        review(trade.buyer, 5, words)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("words");
    }

    @Test
    void theProfileCountsWhatBecameOfASellersPromises() {
        var broken = Trade.placed(port, trade.seller, anotherListing());
        broken.pay();
        broken.awaitState("PAID");
        broken.doneBy(broken.seller, "cancellation", Map.of("reason", "不卖了"))
                .expectStatus()
                .isOk();

        var profile = profileOf(trade.seller);

        assertThat(profile.at("/displayName").asString()).isEqualTo("卖家");
        assertThat(profile.at("/sold").asInt()).isEqualTo(1);
        assertThat(profile.at("/promised").asInt()).isEqualTo(2);
        assertThat(profile.at("/broken").asInt()).isEqualTo(1);
        assertThat(profile.at("/typicalHandoverHours").asInt()).isEqualTo(1);
        assertThat(profileOf(trade.buyer).at("/bought").asInt()).isEqualTo(1);
        assertThat(profile.toString()).doesNotContain(trade.seller.contact());
    }

    @Test
    void nobodyHasNoProfile() {
        new Visitor(port)
                .get("/api/v1/accounts/" + UUID.randomUUID() + "/profile")
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("order.no-such-person");
    }

    private ResponseSpec review(Visitor person, int rating, String words) {
        var body = new HashMap<String, Object>(Map.of("rating", rating, "words", words));
        return person.put("/api/v1/orders/" + trade.orderId + "/review", body);
    }

    private JsonNode seenBy(Visitor person) {
        return Visitor.json(person.get("/api/v1/orders/" + trade.orderId + "/reviews"));
    }

    private List<String> wordsAbout(Visitor person) {
        return Visitor.json(new Visitor(port).get("/api/v1/accounts/" + idOf(person) + "/reviews"))
                .at("/items")
                .valueStream()
                .map(review -> review.at("/words").asString())
                .toList();
    }

    private JsonNode profileOf(Visitor person) {
        return Visitor.json(new Visitor(port).get("/api/v1/accounts/" + idOf(person) + "/profile"));
    }

    private String idOf(Visitor person) {
        return Visitor.json(person.get("/api/v1/session")).at("/account/id").asString();
    }

    private String anotherListing() {
        return Goods.published(trade.seller).at("/id").asString();
    }

    /** For this trade alone: the completion is moved, not the clock of all tests. */
    private void sevenDaysPass() {
        var order = UUID.fromString(trade.orderId);
        database.sql("update orders.step set at = at - interval '7 days' where order_id = :id")
                .bind("id", order)
                .then()
                .then(database.sql(
                                "update orders.review set reveals_at = reveals_at - interval '7 days' where order_id = :id")
                        .bind("id", order)
                        .then())
                .block();
    }
}
