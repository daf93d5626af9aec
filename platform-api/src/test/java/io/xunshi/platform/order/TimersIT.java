package io.xunshi.platform.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.OutsideWorld;
import io.xunshi.platform.PlatformTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * What happens when nobody does anything. Time is made to be up by moving the order's deadline, not the clock of all
 * tests.
 */
@PlatformTest
class TimersIT {
    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    @Test
    void anOrderThatNobodyPaysExpiresAndTheItemIsOfferedAgain() {
        var trade = Trade.placed(port);

        timeIsUp(trade);

        trade.awaitState("EXPIRED");
        assertThat(trade.listingState()).isEqualTo("PUBLISHED");
    }

    @Test
    void aLatePaymentForAnItemThatIsStillThereRevivesTheOrder() {
        var trade = Trade.placed(port);
        timeIsUp(trade);
        trade.awaitState("EXPIRED");

        trade.pay();

        trade.awaitState("PAID");
        assertThat(trade.listingState()).isEqualTo("RESERVED");
    }

    @Test
    void aLatePaymentForAnItemThatSomebodyElseHasIsGivenBack() {
        var late = Trade.placed(port);
        timeIsUp(late);
        late.awaitState("EXPIRED");
        var winner = Trade.placed(port, late.seller, late.listingId);

        late.pay();

        await().untilAsserted(
                        () -> assertThat(OutsideWorld.statusOf(late.intentId)).isEqualTo("canceled"));
        assertThat(late.state()).isEqualTo("EXPIRED");
        assertThat(winner.state()).isEqualTo("AWAITING_PAYMENT");
    }

    @Test
    void whatIsNotHandedOverInTimeIsPaidBack() {
        var trade = Trade.paid(port);

        timeIsUp(trade);

        trade.awaitState("CANCELLED");
        assertThat(OutsideWorld.heldFrom(trade.intentId)).isZero();
    }

    @Test
    void aHandoverThatNobodyContradictsIsBelieved() {
        var trade = Trade.paid(port);
        trade.doneBy(trade.seller, "handover", Map.of()).expectStatus().isOk();

        timeIsUp(trade);

        trade.awaitState("COMPLETED");
        assertThat(trade.availableTo(trade.seller)).isEqualTo(27_832);
    }

    private void timeIsUp(Trade trade) {
        database.sql("update orders.purchase set deadline = now() - interval '1 s' where id = :id")
                .bind("id", UUID.fromString(trade.orderId))
                .then()
                .block();
    }
}
