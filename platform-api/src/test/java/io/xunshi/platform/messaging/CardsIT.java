package io.xunshi.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.OutsideWorld;
import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.listing.Goods;
import io.xunshi.platform.messaging.usecase.RemindOfUnread;
import io.xunshi.platform.order.Trade;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

/** What people are told of what happens to listings and orders: cards, notifications, messages outside. */
@PlatformTest
class CardsIT {
    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private RemindOfUnread remindOfUnread;

    @Test
    void anOrderOpensAConversationAndEachOfItsStepsIsACard() {
        var trade = Trade.completed(port);
        var talk = Talk.of(trade.seller(), trade.buyer(), trade.listing());

        awaitCards(talk, "ORDER_PLACED", "ORDER_PAID", "ORDER_COMPLETED");
        var card = talk.heardBy(trade.seller()).getFirst();
        assertThat(card.at("/parameters/orderId").asString()).isEqualTo(trade.order());
        assertThat(card.at("/parameters/orderCode").asString()).isEqualTo(trade.code());
        assertThat(talk.seenBy(trade.seller()).at("/listing/state").asString()).isEqualTo("SOLD");
    }

    @Test
    void aContradictedHandoverAndACancellationAreCardsToo() {
        var trade = Trade.paid(port);
        var talk = Talk.of(trade.seller(), trade.buyer(), trade.listing());
        awaitCards(talk, "ORDER_PLACED", "ORDER_PAID");
        trade.doneBy(trade.seller(), "handover", Map.of()).expectStatus().isOk();
        awaitCards(talk, "ORDER_PLACED", "ORDER_PAID", "ORDER_HANDED_OVER");
        trade.doneBy(trade.buyer(), "handover-objection", Map.of("reason", "没有收到"))
                .expectStatus()
                .isOk();
        awaitCards(talk, "ORDER_PLACED", "ORDER_PAID", "ORDER_HANDED_OVER", "HANDOVER_OBJECTED");
        trade.doneBy(trade.buyer(), "cancellation", Map.of("reason", "不要了"))
                .expectStatus()
                .isOk();

        awaitCards(
                talk,
                "ORDER_PLACED",
                "ORDER_PAID",
                "ORDER_HANDED_OVER",
                "HANDOVER_OBJECTED",
                "ORDER_CANCELLATION_BEGUN",
                "ORDER_REFUNDED");
    }

    @Test
    void othersWhoAskedHearThatSomebodyWasFaster() {
        var talk = Talk.about(port);
        talk.said(talk.asker, "还在吗");
        var trade = Trade.placed(port, talk.seller, talk.listing);
        awaitCards(talk, "LISTING_RESERVED");

        trade.doneBy(trade.buyer(), "cancellation", Map.of("reason", "不要了"))
                .expectStatus()
                .isOk();

        awaitCards(talk, "LISTING_RESERVED", "LISTING_RELEASED");
        var buyersTalk = Talk.of(talk.seller, trade.buyer(), talk.listing);
        awaitCards(buyersTalk, "ORDER_PLACED", "ORDER_CANCELLED");
    }

    @Test
    void anotherPriceAndAWithdrawalAreToldToWhoAsked() {
        var seller = new Visitor(port).signUp("卖家");
        var offer = Goods.bookcase(seller);
        var listing = Goods.publish(seller, offer);
        var talk = Talk.about(port, seller, listing.at("/id").asString());
        talk.said(talk.asker, "能便宜吗");
        var silent = Talk.about(port, seller, listing.at("/id").asString());
        offer.put("price", Map.of("amount", 25_000, "currency", "CNY"));

        seller.put(
                        "/api/v1/listings/" + talk.listing,
                        offer,
                        "\"" + listing.at("/version").asString() + "\"")
                .expectStatus()
                .isOk();

        awaitCards(talk, "PRICE_CHANGED");
        var card = talk.heardBy(talk.asker).getLast().at("/parameters");
        assertThat(card.at("/fromFen").asString()).isEqualTo("28000");
        assertThat(card.at("/toFen").asString()).isEqualTo("25000");
        seller.post("/api/v1/listings/" + talk.listing + "/withdrawal", Map.of())
                .expectStatus()
                .isOk();
        awaitCards(talk, "PRICE_CHANGED", "LISTING_WITHDRAWN");
        assertThat(silent.heardBy(silent.asker)).isEmpty();
        assertThat(talk.said(talk.asker, "可惜了")).isEqualTo(4);
    }

    @Test
    void theSellerIsNotifiedAndReadsItOnce() {
        var trade = Trade.paid(port);
        await().untilAsserted(() -> assertThat(kindsOf(trade.seller())).containsExactly("ORDER_PAID", "ORDER_PLACED"));
        assertThat(kindsOf(trade.buyer())).containsExactly("ORDER_PAID");
        var newest = notificationsOf(trade.seller());
        assertThat(newest.at("/unread").longValue()).isEqualTo(2);
        assertThat(newest.at("/items/0/parameters/side").asString()).isEqualTo("SELLER");
        assertThat(newest.at("/items/0/subject").asString()).isEqualTo(trade.order());

        trade.seller()
                .put("/api/v1/my/notifications/read-mark", Map.of("sequence", 2))
                .expectStatus()
                .isNoContent();

        assertThat(Talk.unreadOf(trade.seller()).at("/notifications").longValue())
                .isZero();
    }

    @Test
    void whoWantsItIsTextedAndWhoDoesNotIsNot() {
        var trade = Trade.placed(port);
        trade.buyer()
                .put("/api/v1/my/notification-choices", choices("ORDER_PAID", false, true, false))
                .expectStatus()
                .isOk();

        trade.pay();
        trade.awaitState("PAID");

        await().untilAsserted(() -> assertThat(templatesSentTo(trade.seller())).contains("order-paid"));
        await().untilAsserted(() -> assertThat(kindsOf(trade.seller())).contains("ORDER_PAID"));
        assertThat(templatesSentTo(trade.buyer())).doesNotContain("order-paid");
        assertThat(kindsOf(trade.buyer())).isEmpty();
    }

    @Test
    void nobodySilencesWhatIsToldForTheSafetyOfAnAccount() {
        var person = new Visitor(port).signUp("当心的人");

        var kept =
                Visitor.json(person.put("/api/v1/my/notification-choices", choices("NEW_DEVICE", false, false, false)));

        assertThat(Talk.list(kept.at("/choices")))
                .filteredOn(choice -> choice.at("/kind").asString().equals("NEW_DEVICE"))
                .singleElement()
                .satisfies(choice -> assertThat(choice.at("/inApp").booleanValue()
                                && choice.at("/email").booleanValue()
                                && choice.at("/sms").booleanValue())
                        .isTrue());
    }

    @Test
    void choicesNameEveryKindAndTheOneWayToReachSomebody() {
        var person = new Visitor(port).signUp("挑剔的人");

        var found = Visitor.json(person.get("/api/v1/my/notification-choices"));

        assertThat(found.at("/reachedBy").asString()).isEqualTo("SMS");
        assertThat(Talk.list(found.at("/choices")))
                .extracting(choice -> choice.at("/kind").asString())
                .contains("ORDER_PAID", "MESSAGE_WAITING", "MESSAGE_DIGEST");
        person.put("/api/v1/my/notification-choices", choices("NO_SUCH_KIND", true, true, true))
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void aMessageThatWaitsIsNotifiedOnceAndOneThatWasReadIsNot() {
        var talk = Talk.about(port);
        talk.said(talk.asker, "在吗");
        talk.said(talk.asker, "人呢");
        var read = Talk.about(port);
        read.readBy(read.seller, read.said(read.asker, "看到请回"));

        timeIsUp(talk);
        timeIsUp(read);
        remindOfUnread.remind().block();
        talk.said(talk.asker, "喂");
        timeIsUp(talk);
        remindOfUnread.remind().block();

        assertThat(kindsOf(talk.seller)).containsExactly("MESSAGE_WAITING");
        assertThat(notificationsOf(talk.seller).at("/items/0/parameters/count").asString())
                .isEqualTo("2");
        assertThat(kindsOf(read.seller)).isEmpty();
    }

    private void timeIsUp(Talk talk) {
        database.sql(
                        "update messaging.participant set remind_at = now() - interval '1 s' where conversation_id = :id and remind_at is not null")
                .bind("id", UUID.fromString(talk.id))
                .then()
                .block();
    }

    private static void awaitCards(Talk talk, String... cards) {
        await().untilAsserted(() -> assertThat(talk.cardsHeardBy(talk.seller)).containsExactly(cards));
        assertThat(talk.cardsHeardBy(talk.asker)).containsExactly(cards);
    }

    private static JsonNode notificationsOf(Visitor person) {
        return Visitor.json(person.get("/api/v1/my/notifications"));
    }

    private static List<String> kindsOf(Visitor person) {
        return Talk.list(notificationsOf(person).at("/items")).stream()
                .map(one -> one.at("/kind").asString())
                .toList();
    }

    private static List<String> templatesSentTo(Visitor person) {
        return OutsideWorld.messagesTo(person.contact()).stream()
                .map(message -> message.at("/template").asString())
                .toList();
    }

    private static Map<String, Object> choices(String kind, boolean inApp, boolean email, boolean sms) {
        return Map.of("choices", List.of(Map.of("kind", kind, "inApp", inApp, "email", email, "sms", sms)));
    }
}
