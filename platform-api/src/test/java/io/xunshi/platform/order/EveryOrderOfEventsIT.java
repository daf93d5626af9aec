package io.xunshi.platform.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.OutsideWorld;
import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.payment.PostingView;
import io.xunshi.platform.payment.storage.LedgerRepository;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A payment's webhooks in every order, with one of them repeated, end in the same order and the same ledger. */
@PlatformTest
class EveryOrderOfEventsIT {
    private static final List<String> EVENTS =
            List.of("payment_intent.created", "payment_intent.amount_capturable_updated", "payment_intent.succeeded");

    @LocalServerPort
    private int port;

    @Autowired
    private LedgerRepository ledger;

    static Stream<List<String>> permutations() {
        return permutationsOf(EVENTS).stream();
    }

    @ParameterizedTest
    @MethodSource("permutations")
    void aPaymentEndsPaid(List<String> order) {
        var trade = Trade.placed(port);
        OutsideWorld.simulation().pay(trade.intentId);

        order.forEach(event -> trade.hearFromProvider(event, event + trade.orderId)
                .expectStatus()
                .isOk());
        trade.hearFromProvider(order.getFirst(), order.getFirst() + trade.orderId)
                .expectStatus()
                .isOk();

        trade.awaitState("PAID");
        assertThat(postingsOf(trade)).containsExactly(Money.fen(-28_000), Money.fen(28_000));
    }

    @ParameterizedTest
    @MethodSource("permutations")
    void aPaymentThatIsCalledOffEndsPaidBack(List<String> order) {
        var trade = Trade.paid(port);
        trade.doneBy(trade.buyer, "cancellation", Map.of("reason", "不要了"))
                .expectStatus()
                .isOk();

        order.forEach(event -> trade.hearFromProvider(event, event + trade.orderId)
                .expectStatus()
                .isOk());

        trade.awaitState("CANCELLED");
        assertThat(postingsOf(trade).stream().mapToLong(Money::amount).sum()).isZero();
        assertThat(OutsideWorld.refundsOf(trade.intentId)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("permutations")
    void aBundleOfWhichOneThingIsCalledOffEndsWithTheOthersPaid(List<String> order) {
        var bundle = Bundled.placed(port);
        OutsideWorld.simulation().pay(bundle.intent());
        var first = bundle.parts.getFirst();

        order.forEach(event ->
                first.hearFromProvider(event, event + bundle.id).expectStatus().isOk());
        bundle.awaitAll("PAID");
        first.doneBy(bundle.buyer, "cancellation", Map.of("reason", "不要了"))
                .expectStatus()
                .isOk();
        order.reversed()
                .forEach(event -> first.hearFromProvider(event, event + "again" + bundle.id)
                        .expectStatus()
                        .isOk());

        first.awaitState("CANCELLED");
        assertThat(bundle.states()).containsExactly("CANCELLED", "PAID", "PAID");
        assertThat(postingsOf(first).stream().mapToLong(Money::amount).sum()).isZero();
        assertThat(postingsOf(bundle.parts.getLast())).hasSize(2);
        assertThat(OutsideWorld.refundsOf(bundle.intent())).isEqualTo(1);
    }

    private List<Money> postingsOf(Trade trade) {
        return Objects.requireNonNull(ledger.postingsOfOrder(UUID.fromString(trade.orderId))
                .map(PostingView::amount)
                .collectList()
                .block());
    }

    private static List<List<String>> permutationsOf(List<String> events) {
        if (events.isEmpty()) {
            return List.of(List.of());
        }
        var all = new ArrayList<List<String>>();
        for (var first : events) {
            var others = new ArrayList<>(events);
            others.removeAll(Collections.singleton(first));
            permutationsOf(others)
                    .forEach(rest -> all.add(
                            Stream.concat(Stream.of(first), rest.stream()).toList()));
        }
        return all;
    }
}
