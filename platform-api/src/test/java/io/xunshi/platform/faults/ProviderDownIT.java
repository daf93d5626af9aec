package io.xunshi.platform.faults;

import static io.xunshi.platform.faults.Outage.isUnavailable;
import static io.xunshi.platform.faults.Outage.opens;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.xunshi.platform.OutsideWorld;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.listing.Goods;
import io.xunshi.platform.order.Trade;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.health.registry.ReactiveHealthContributorRegistry;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** While a provider is away, what is wanted of it waits; when it is back, it is done once. */
@FaultTest
@Isolated("it takes the providers down, which all tests share")
class ProviderDownIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration TOO_LONG = Duration.ofSeconds(20);

    @LocalServerPort
    private int port;

    @Autowired
    private ReactiveHealthContributorRegistry parts;

    @Autowired
    private MeterRegistry meters;

    @AfterEach
    void theProvidersAreBack() {
        OutsideWorld.simulation().recover();
    }

    @ParameterizedTest
    @EnumSource
    void anOrderStandsAndIsPaidOnceAfterwards(Absence absence) throws InterruptedException, ExecutionException {
        var listing = Goods.published(new Visitor(port).signUp("卖家")).at("/id").asString();
        var buyer = new Visitor(port).signUp("买家");
        absence.begin("payment");
        var order = Visitor.json(Outage.inTime(() -> buyer.post("/api/v1/orders", Map.of("listingId", listing))));
        var payment = "/api/v1/orders/" + order.at("/id").asString() + "/payment";
        assertThat(order.at("/payUrl").isNull()).isTrue();
        isUnavailable("payment.provider-unavailable", () -> buyer.post(payment, Map.of()));

        OutsideWorld.simulation().recover();

        Callable<String> press =
                () -> Visitor.json(buyer.post(payment, Map.of())).at("/payUrl").asString();
        try (var impatient = Executors.newFixedThreadPool(2)) {
            var addresses = impatient.invokeAll(List.of(press, press));
            assertThat(addresses.getFirst().get())
                    .isNotEmpty()
                    .isEqualTo(addresses.getLast().get());
        }
        assertThat(paymentsOf(order)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void moneyThatBecameReadyMeanwhileIsTakenOnce(Absence absence) {
        var trade = Trade.placed(port);
        OutsideWorld.simulation().pay(trade.intent());
        absence.begin("payment");
        Outage.inTime(() -> trade.hearFromProvider("payment_intent.amount_capturable_updated"))
                .expectStatus()
                .isOk();

        OutsideWorld.simulation().recover();

        trade.awaitState("PAID");
        assertThat(OutsideWorld.heldFrom(trade.intent())).isEqualTo(28_000);
    }

    @ParameterizedTest
    @EnumSource
    void aPayoutThatWasAskedForMeanwhileIsSentOnce(Absence absence) {
        var trade = Trade.completed(port);
        var amount = 20_001 + absence.ordinal();
        absence.begin("payment");
        Outage.inTime(() -> trade.seller()
                        .post("/api/v1/my/payouts", Map.of("amount", Map.of("amount", amount, "currency", "CNY"))))
                .expectStatus()
                .isCreated();

        OutsideWorld.simulation().recover();

        await().atMost(PATIENCE).until(() -> payoutsOf(amount).size() == 1);
        trade.hearAbout(payoutsOf(amount).getFirst().at("/id").asString());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Visitor.json(trade.seller().get("/api/v1/my/payouts"))
                                .at("/0/state")
                                .asString())
                        .isEqualTo("PAID"));
        assertThat(payoutsOf(amount)).hasSize(1);
    }

    @Test
    void newsInTheAppDoesNotWaitForASlowProvider() {
        var trade = Trade.placed(port);
        Absence.SLOW.begin("payment");
        var failedBefore = failedDeliveries();

        trade.buyer()
                .post("/api/v1/orders/" + trade.order() + "/cancellation", Map.of("reason", "改主意了"))
                .expectStatus()
                .isOk();

        await().atMost(PATIENCE).until(() -> notificationsOf(trade.seller()).contains("ORDER_CANCELLED"));
        assertThat(failedDeliveries())
                .as("the provider is still being waited for")
                .isEqualTo(failedBefore);
    }

    @ParameterizedTest
    @EnumSource
    void theHealthPageSaysSoAndTheReplicaStaysReady(Absence absence) {
        absence.begin("payment");

        assertThat(new Parts(parts).of("paymentProvider")).isEqualTo(Status.DOWN);
        opens(() -> new Visitor(port).get("/actuator/health/readiness"));
    }

    @ParameterizedTest
    @EnumSource
    void aCodeThatCouldNotBeSentMayBeAskedForAtOnceAfterwards(Absence absence) {
        var visitor = new Visitor(port);
        var wish = Map.of("contact", visitor.contact(), "purpose", "SIGN_UP");
        absence.begin("notice");
        isUnavailable("identity.notices-unavailable", () -> visitor.post("/api/v1/codes", wish));

        OutsideWorld.simulation().recover();

        visitor.post("/api/v1/codes", wish).expectStatus().isNoContent();
    }

    @ParameterizedTest
    @EnumSource
    void aNameIsCheckedAfterwards(Absence absence) {
        var person = new Visitor(port).signUp("张三");
        var name = Map.of("name", "张三", "idNumber", "11010519491231002X");
        absence.begin("real-name");
        isUnavailable(
                "identity.real-name-unavailable", () -> person.post("/api/v1/account/real-name-verifications", name));

        OutsideWorld.simulation().recover();

        person.post("/api/v1/account/real-name-verifications", name)
                .expectStatus()
                .isOk();
    }

    private static List<String> notificationsOf(Visitor person) {
        return Visitor.json(person.get("/api/v1/my/notifications"))
                .at("/items")
                .valueStream()
                .map(news -> news.at("/kind").asString())
                .toList();
    }

    private double failedDeliveries() {
        return meters.find("xunshi.events.deliveries").tag("outcome", "failed").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    /** Those that the bank has made. */
    private static List<JsonNode> payoutsOf(long amount) {
        return OutsideWorld.simulation().payouts().stream()
                .filter(payout -> payout.at("/amount").longValue() == amount)
                .filter(payout -> payout.at("/status").asString().equals("paid"))
                .toList();
    }

    private static List<JsonNode> paymentsOf(JsonNode order) {
        return OutsideWorld.simulation().payments().stream()
                .filter(payment -> payment.at("/metadata/order")
                        .asString()
                        .equals(order.at("/id").asString()))
                .toList();
    }

    /** The two ways in which a provider is away. */
    enum Absence {
        DOWN(false, Duration.ZERO),
        SLOW(true, TOO_LONG);

        private final boolean isUp;
        private final Duration latency;

        Absence(boolean isUp, Duration latency) {
            this.isUp = isUp;
            this.latency = latency;
        }

        void begin(String provider) {
            OutsideWorld.simulation().condition(provider, isUp, latency);
        }
    }
}
