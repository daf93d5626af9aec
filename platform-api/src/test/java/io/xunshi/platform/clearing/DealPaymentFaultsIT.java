package io.xunshi.platform.clearing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.infra.simulation.payment.Fault;
import io.xunshi.platform.OutsideWorld;
import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.fulfilment.Haul;
import io.xunshi.platform.payment.ProviderNews;
import io.xunshi.platform.payment.storage.LedgerRepository;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

/** The money of a deal over 31,200,000 fen when banks refuse, news comes late or twice, and the provider fails. */
@PlatformTest
@Isolated("it takes the providers down, which all tests share")
class DealPaymentFaultsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PAID = "payment_intent.amount_capturable_updated";

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private LedgerRepository ledger;

    @AfterEach
    void everyPostingHasItsCounterpart() {
        OutsideWorld.simulation().recover();
        assertThat(ledger.sumOfAll().block()).isZero();
    }

    @Test
    void whatABankRefusesStaysDueAndIsPaidAtTheSamePage() {
        var haul = signed();
        var payUrl = payUrl(haul, 0);
        OutsideWorld.simulation().decline(intentOf(payUrl));
        hear("payment_intent.payment_failed", intentOf(payUrl));

        assertThat(payUrl(haul, 0)).isEqualTo(payUrl);
        OutsideWorld.simulation().pay(intentOf(payUrl));
        hear(PAID, intentOf(payUrl));

        Bills.await(haul, "ADVANCE 28080000 HELD");
    }

    @Test
    void newsThatComesFiveTimesHoldsTheMoneyOnce() {
        var haul = signed();
        var intent = intentOf(payUrl(haul, 0));
        OutsideWorld.simulation().pay(intent);

        for (int i = 0; i < 5; i++) {
            hear(PAID, intent);
        }

        Bills.await(haul, "ADVANCE 28080000 HELD");
        hear(PAID, intent);
        assertThat(OutsideWorld.heldFrom(intent)).isEqualTo(28_080_000);
        assertThat(Bills.told(haul)).containsExactly("ADVANCE 28080000 HELD");
    }

    @Test
    void anAdvanceThatIsHeardOfAfterTheStatementGoesBack() {
        var haul = signed();
        var late = intentOf(payUrl(haul, 0));
        OutsideWorld.simulation().pay(late);
        haul.assayed();
        Bills.await(haul, "ADVANCE 28080000 SUPERSEDED", "STATEMENT 28080000 DUE");

        hear(PAID, late);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(OutsideWorld.statusOf(late)).isEqualTo("canceled"));
        assertThat(Bills.told(haul)).containsExactly("ADVANCE 28080000 SUPERSEDED", "STATEMENT 28080000 DUE");
    }

    @Test
    void aProviderThatIsDownLeavesTheBillToBePaidLater() {
        var haul = signed();
        OutsideWorld.simulation().condition("payment", false, Duration.ZERO);
        assertThat(asked(haul, 0)).isEmpty();
        OutsideWorld.simulation().recover();

        paid(haul, 0);

        Bills.await(haul, "ADVANCE 28080000 HELD");
    }

    @Test
    void anAnswerThatIsLostTakesNoMoneyTwice() {
        var haul = signed();
        var intent = intentOf(payUrl(haul, 0));
        OutsideWorld.simulation().pay(intent);
        OutsideWorld.simulation().plan(Fault.ANSWER_LOST, 1);

        hear(PAID, intent);

        Bills.await(haul, "ADVANCE 28080000 HELD");
        assertThat(OutsideWorld.heldFrom(intent)).isEqualTo(28_080_000);
    }

    @Test
    void whatWasTooMuchGoesBackOnceThoughTheProviderFailsAtFirst() {
        var haul = signed();
        var intent = paid(haul, 0);
        Bills.await(haul, "ADVANCE 28080000 HELD");
        haul.sampled();
        haul.report(haul.seller(), 8_750, 120).expectStatus().isCreated();
        haul.report(haul.buyer(), 8_750, 120).expectStatus().isCreated();
        OutsideWorld.simulation().plan(Fault.ERROR, 1);

        haul.postAs(haul.buyer().owner(), "/acceptance", Map.of())
                .expectStatus()
                .isOk();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(OutsideWorld.heldFrom(intent)).isEqualTo(27_200_000));
        assertThat(OutsideWorld.refundsOf(intent)).isEqualTo(1);
        Bills.await(haul, "ADVANCE 28080000 RELEASED");
    }

    private Haul signed() {
        var haul = Haul.signed(database, port);
        Bills.await(haul, "ADVANCE 28080000 DUE");
        return haul;
    }

    private String paid(Haul haul, int number) {
        var intent = intentOf(payUrl(haul, number));
        OutsideWorld.simulation().pay(intent);
        hear(PAID, intent);
        return intent;
    }

    private void hear(String type, String intent) {
        ProviderNews.of(port, type, intent).expectStatus().isOk();
    }

    private static String payUrl(Haul haul, int number) {
        var url = asked(haul, number);
        assertThat(url).isNotEmpty();
        return url;
    }

    /** Where the bill is paid; empty where the provider has not said so. */
    private static String asked(Haul haul, int number) {
        var bill = Bills.of(haul, haul.buyer()).get(number).at("/id").asString();
        return Visitor.json(haul.buyer().owner().post("/api/v1/deal-bills/" + bill + "/payment", Map.of()))
                .at("/payUrl")
                .asString("");
    }

    private static String intentOf(String payUrl) {
        return payUrl.substring(payUrl.lastIndexOf('/') + 1);
    }
}
