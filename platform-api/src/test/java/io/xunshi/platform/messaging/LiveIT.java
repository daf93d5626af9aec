package io.xunshi.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.messaging.domain.LiveBacklog;
import io.xunshi.platform.messaging.domain.LiveEvent.Kind;
import io.xunshi.platform.messaging.storage.LiveChannel;
import io.xunshi.platform.messaging.storage.LiveEventRepository;
import io.xunshi.platform.messaging.storage.LiveEventRepository.Addressed;
import io.xunshi.platform.order.Trade;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

/** Open pages hear what is new: all of it, once, and in its order. Here they never look by themselves. */
@PlatformTest
class LiveIT {
    @LocalServerPort
    private int port;

    @Autowired
    private LiveEventRepository events;

    @Autowired
    private LiveChannel channel;

    @Autowired
    private DatabaseClient database;

    @Test
    void bothHearAMessageAndThatItWasRead() {
        var talk = Talk.about(port);
        try (var sellers = OpenPage.of(talk.seller);
                var askers = OpenPage.of(talk.asker)) {
            talk.said(talk.asker, "还在吗");
            sellers.awaitEvents("ready", "message");
            assertThat(sellers.last("message")).isEqualTo(Map.of("conversationId", talk.id, "sequence", "1"));

            talk.readBy(talk.seller, 1);
            askers.awaitEvents("ready", "message", "read");
        }
    }

    @Test
    void whatIsHeardHasNoWordsInIt() {
        var talk = Talk.about(port);
        try (var page = OpenPage.of(talk.seller)) {
            talk.said(talk.asker, "花园路见");
            page.awaitEvent("message", 1);

            assertThat(page.last("message").toString()).doesNotContain("花园路");
        }
    }

    @Test
    void theStepsOfAnOrderAreHeard() {
        var trade = Trade.placed(port);
        try (var page = OpenPage.of(trade.seller())) {
            trade.pay();
            trade.awaitState("PAID");

            page.awaitAny("notification");
            assertThat(page.last("order")).isEqualTo(Map.of("orderId", trade.order()));
        }
    }

    @Test
    void whoIsTypingIsSeenByTheOtherAndRememberedByNobody() {
        var talk = Talk.about(port);
        try (var sellers = OpenPage.of(talk.seller);
                var askers = OpenPage.of(talk.asker)) {
            await().until(() -> {
                // As a browser says it again and again: what is said before the replicas hear each other is lost.
                talk.asker.put(talk.path() + "/typing", Map.of()).expectStatus().isNoContent();
                return sellers.events().contains("typing");
            });

            assertThat(sellers.last("typing")).isEqualTo(Map.of("conversationId", talk.id));
            assertThat(askers.events()).containsExactly("ready");
        }
        try (var again = OpenPage.back(talk.seller, "0")) {
            again.awaitEvents("ready");
        }
    }

    @Test
    void aPageThatComesBackHearsWhatItMissedOnceAndInItsOrder() {
        var talk = Talk.about(port);
        String known;
        try (var page = OpenPage.of(talk.seller)) {
            talk.said(talk.asker, "一");
            page.awaitEvent("message", 1);
            known = page.lastId();
        }
        IntStream.rangeClosed(2, 5).forEach(i -> talk.said(talk.asker, "第" + i + "句"));

        try (var back = OpenPage.back(talk.seller, known)) {
            back.awaitEvents("ready", "message", "message", "message", "message");
            talk.said(talk.asker, "第6句");
            back.awaitEvent("message", 5);
            var first = Long.parseLong(known) + 1;
            assertThat(back.idsOf("message"))
                    .containsExactlyElementsOf(LongStream.range(first, first + 5)
                            .mapToObj(String::valueOf)
                            .toList());
        }
    }

    @Test
    void nothingIsLostOrDoubledWhileManySpeakAndThePageComesAndGoes() {
        var talk = Talk.about(port);
        var told = new ArrayList<String>();
        var known = "0";
        for (int i = 0; i < 4; i++) {
            try (var page = OpenPage.back(talk.seller, known)) {
                page.awaitEvent("ready", 1);
                IntStream.range(0, 6).parallel().forEach(n -> talk.said(n % 2 == 0 ? talk.asker : talk.seller, "句"));
                // Read once: more may be heard at any moment, and whoever comes back has heard this and nothing else.
                var heard = page.idsOf("message");
                told.addAll(heard);
                known = heard.isEmpty() ? known : heard.getLast();
            }
        }
        try (var page = OpenPage.back(talk.seller, known)) {
            page.awaitEvent("message", 24 - told.size());
            told.addAll(page.idsOf("message"));
        }

        assertThat(told)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 24).mapToObj(String::valueOf).toList());
    }

    @Test
    void aPageThatMissedTooMuchIsToldToLoadAnew() {
        var talk = Talk.about(port);
        var seller = accountOf(talk.seller);
        storeUnheard(seller, LiveBacklog.EVENTS_MAX + 1);

        try (var back = OpenPage.back(talk.seller, "0")) {
            back.awaitEvents("ready", "resync");
            assertThat(back.lastId()).isEqualTo(String.valueOf(LiveBacklog.EVENTS_MAX + 1));
            talk.said(talk.asker, "新的");
            back.awaitEvents("ready", "resync", "message");
        }
    }

    @Test
    void aPageThatWasAwayForTooLongOrKnowsTooMuchIsToldToLoadAnew() {
        var talk = Talk.about(port);
        talk.said(talk.asker, "很久以前");
        talk.said(talk.asker, "也很久以前");
        forget(accountOf(talk.seller));

        for (var known : List.of("0", "77", "no-number")) {
            try (var back = OpenPage.back(talk.seller, known)) {
                back.awaitEvents("ready", "resync");
                assertThat(back.lastId()).isEqualTo("2");
            }
        }
    }

    @Test
    void anotherReplicasCallWakesThePage() {
        var person = new Visitor(port).signUp("等消息的人");
        var account = accountOf(person);
        try (var page = OpenPage.of(person)) {
            storeUnheard(account, 1);
            await().until(() -> {
                channel.wake(List.of(account)).block();
                return page.events().contains("notification");
            });
        }
    }

    @Test
    void aSilentLineIsKeptOpen() {
        var person = new Visitor(port).signUp("安静的人");
        try (var page = OpenPage.of(person)) {
            page.awaitHeartbeats(3);

            assertThat(page.events()).containsExactly("ready");
        }
    }

    @Test
    void signingOutEndsTheLine() {
        var person = new Visitor(port).signUp("要走的人");
        try (var page = OpenPage.of(person)) {
            person.delete("/api/v1/session").expectStatus().isNoContent();

            page.awaitEnd();
        }
    }

    @Test
    void theNinthPageOfAPersonClosesTheFirst() {
        var person = new Visitor(port).signUp("多开的人");
        var pages = IntStream.range(0, 9).mapToObj(i -> OpenPage.of(person)).toList();

        pages.getFirst().awaitEnd();

        assertThat(pages.subList(1, 9)).noneMatch(OpenPage::isOver);
        pages.forEach(OpenPage::close);
    }

    @Test
    void nobodyListensWithoutASession() {
        new Visitor(port).get("/api/v1/my/events").expectStatus().isUnauthorized();
    }

    private static AccountId accountOf(Visitor person) {
        return new AccountId(UUID.fromString(
                Visitor.json(person.get("/api/v1/session")).at("/account/id").asString()));
    }

    /** As another replica stores it, which then dies before it calls. */
    private void storeUnheard(AccountId person, int count) {
        events.add(Collections.nCopies(count, new Addressed(person, Kind.NOTIFICATION, Map.of())), Instant.now())
                .block();
    }

    private void forget(AccountId person) {
        database.sql("delete from messaging.live_event where account = :account")
                .bind("account", person.value())
                .then()
                .block();
    }
}
