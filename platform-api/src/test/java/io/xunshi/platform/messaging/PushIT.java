package io.xunshi.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.OutsideWorld;
import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Refusals;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.listing.Goods;
import io.xunshi.platform.order.Trade;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How browsers are told while nobody looks at the market (RFC 8030, 8291, 8292). */
@PlatformTest
class PushIT {
    private static final String SUBSCRIPTION = "/api/v1/my/push-subscription";

    @LocalServerPort
    private int port;

    @Test
    void aSellerIsToldOfAnOrderInTheirLanguageAndALockedScreenShowsNeitherThingNorPrice() {
        var seller = new Visitor(port).signUp("卖家");
        var browser = subscribed(seller);
        assertThat(isOn(seller)).isTrue();

        var order = Trade.placed(port, seller, listingOf(seller)).order();

        var pushed = awaitPushed(browser, 1).getFirst();
        var text = browser.read(Base64.getDecoder().decode(pushed.at("/body").asString()));
        assertThat(text).hasSize(512);
        assertThat(JsonMapper.shared().readTree(text))
                .isEqualTo(JsonMapper.shared()
                        .valueToTree(Map.of("words", "Somebody orders from you", "path", "/orders/" + order)));
        assertThat(pushed.at("/ttl").asString()).isEqualTo("86400");
        assertThat(pushed.at("/urgency").asString()).isEqualTo("normal");
        assertThat(pushed.at("/topic").asString()).matches("[A-Za-z0-9_-]{1,32}");
        assertThat(pushed.at("/audience").asString())
                .isEqualTo(OutsideWorld.url().toString());
    }

    @Test
    void aBrowserIsToldForAsLongAsItIsSignedIn() {
        var seller = new Visitor(port).signUp("卖家");
        var here = subscribed(seller);
        var elsewhere = new Visitor(port);
        elsewhere
                .post("/api/v1/session", Map.of("contact", seller.contact(), "password", Visitor.PASSWORD))
                .expectStatus()
                .isCreated();
        var there = subscribed(elsewhere);

        seller.delete("/api/v1/account/sessions").expectStatus().isNoContent();
        Trade.placed(port, seller, listingOf(seller));

        awaitPushed(here, 1);
        assertThat(pushedTo(there)).isEmpty();
    }

    @Test
    void whoSignsInLaterWithTheSameBrowserIsTheOnlyOneWhoIsToldThere() {
        var first = new Visitor(port).signUp("先来的");
        var shared = subscribed(first);
        var second = new Visitor(port).signUp("后来的");
        subscribe(second, shared);

        Trade.placed(port, first, listingOf(first));
        Trade.placed(port, second, listingOf(second));

        awaitPushed(shared, 1);
        assertThat(isOn(first)).isFalse();
        assertThat(isOn(second)).isTrue();
        assertThat(pushedTo(shared)).hasSize(1);
    }

    @Test
    void whoDoesNotWantAKindOnTheirBrowserIsNotTold() {
        var seller = new Visitor(port).signUp("卖家");
        var browser = subscribed(seller);
        var choice =
                new HashMap<String, Object>(Map.of("kind", "ORDER_PLACED", "inApp", true, "email", true, "sms", false));
        choice.put("push", false);
        seller.put("/api/v1/my/notification-choices", Map.of("choices", List.of(choice)))
                .expectStatus()
                .isOk();
        var trade = Trade.placed(port, seller, listingOf(seller));

        trade.doneBy(trade.buyer(), "cancellation", Map.of("reason", "不要了"))
                .expectStatus()
                .isOk();

        var text = browser.read(Base64.getDecoder()
                .decode(awaitPushed(browser, 1).getFirst().at("/body").asString()));
        assertThat(text).contains("called off");
        assertThat(pushedTo(browser)).hasSize(1);
    }

    @Test
    void aBrowserThatIsGoneIsForgotten() {
        var seller = new Visitor(port).signUp("卖家");
        var browser = subscribed(seller);
        OutsideWorld.simulation().decidePush(browser.subscription, 410, 0, 1);

        Trade.placed(port, seller, listingOf(seller));

        await().untilAsserted(() -> assertThat(isOn(seller)).isFalse());
    }

    @Test
    void aPushServiceThatAsksForTimeGetsIt() {
        var seller = new Visitor(port).signUp("卖家");
        var browser = subscribed(seller);
        OutsideWorld.simulation().decidePush(browser.subscription, 429, 3, 1);
        var before = Instant.now();

        Trade.placed(port, seller, listingOf(seller));

        var pushed = awaitPushed(browser, 1).getFirst();
        assertThat(Duration.between(before, Instant.parse(pushed.at("/at").asString())))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void aRedirectIsNotFollowed() {
        var seller = new Visitor(port).signUp("卖家");
        var browser = subscribed(seller);
        OutsideWorld.simulation().decidePush(browser.subscription, 307, 0, 1);
        var trade = Trade.placed(port, seller, listingOf(seller));

        trade.doneBy(trade.buyer(), "cancellation", Map.of("reason", "不要了"))
                .expectStatus()
                .isOk();

        awaitPushed(browser, 1);
        assertThat(OutsideWorld.simulation().pushedTo("elsewhere")).isEmpty();
        assertThat(isOn(seller)).isTrue();
    }

    @Test
    void nothingButPushServicesIsCalledAndNothingThatCannotBeEncryptedIsKept() {
        var person = new Visitor(port).signUp("住户");
        var browser = new Browser();

        for (var origin : List.of("http://169.254.169.254", "https://evil.example", "ftp:// %", "http://127.0.0.1:1")) {
            assertThat(Refusals.codeOf(person.put(SUBSCRIPTION, browser.at(origin, "en"))))
                    .isEqualTo("messaging.push-service-unknown");
        }
        var withoutPoint = new HashMap<>(browser.at(OutsideWorld.url().toString(), "en"));
        withoutPoint.put("keys", Map.of("p256dh", "BA" + "A".repeat(85), "auth", "BTBZMqHH6r4Tts7J_aSIgg"));
        assertThat(Refusals.codeOf(person.put(SUBSCRIPTION, withoutPoint))).isEqualTo("messaging.push-keys-invalid");
        assertThat(isOn(person)).isFalse();
    }

    @Test
    void whoSwitchesItOffIsNotTold() {
        var person = new Visitor(port).signUp("住户");
        subscribed(person);

        person.delete(SUBSCRIPTION).expectStatus().isNoContent();

        assertThat(isOn(person)).isFalse();
    }

    private static Browser subscribed(Visitor person) {
        var browser = new Browser();
        subscribe(person, browser);
        return browser;
    }

    private static void subscribe(Visitor person, Browser browser) {
        person.put(SUBSCRIPTION, browser.at(OutsideWorld.url().toString(), "en"))
                .expectStatus()
                .isNoContent();
    }

    private static boolean isOn(Visitor person) {
        return Visitor.json(person.get(SUBSCRIPTION)).at("/on").asBoolean();
    }

    private static String listingOf(Visitor seller) {
        return Goods.published(seller).at("/id").asString();
    }

    private static List<JsonNode> pushedTo(Browser browser) {
        return OutsideWorld.simulation().pushedTo(browser.subscription);
    }

    private static List<JsonNode> awaitPushed(Browser browser, int count) {
        return await().atMost(Duration.ofSeconds(20)).until(() -> pushedTo(browser), pushed -> pushed.size() >= count);
    }
}
