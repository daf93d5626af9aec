package io.xunshi.infra.simulation.payment;

import static io.xunshi.infra.simulation.RunningSimulation.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.infra.simulation.RunningSimulation;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PayPageTests {

    private static final String RETURN = "http://localhost:8080/orders/order-1";

    @RegisterExtension
    private final RunningSimulation world = new RunningSimulation();

    @Test
    void thePageSaysWhatIsPaidForAndThatItIsASimulation() throws Exception {
        HttpResponse<String> page = world.page("/pay/" + world.payment(), "zh-CN,zh;q=0.9");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
        assertThat(page.body()).contains("模拟支付", "¥280.00", "宜家书柜", "order-1", "lang=\"zh-CN\"");
        assertThat(page.body()).contains("href=\"" + RETURN + "\"");
    }

    @Test
    void thePageSpeaksEnglishToThoseWhoPreferIt() throws Exception {
        String id = world.payment();

        assertThat(world.page("/pay/" + id, "en-GB,en;q=0.9,zh;q=0.5").body())
                .contains("Simulated payment", "¥280.00", "lang=\"en\"");
        assertThat(world.page("/pay/" + id, "fr").body()).contains("模拟支付");
        assertThat(world.page("/pay/" + id, ";;").body()).contains("模拟支付");
    }

    @Test
    void whoPaysGoesBackToThePlatform() throws Exception {
        String id = world.payment();

        HttpResponse<String> answer = world.submit("/pay/" + id, "pay");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(location(answer)).isEqualTo(RETURN + "?payment_intent=" + id + "&redirect_status=succeeded");
        assertThat(status(id)).isEqualTo("requires_capture");
    }

    @Test
    void whoIsDeclinedCanTryAgain() throws Exception {
        String id = world.payment();

        HttpResponse<String> answer = world.submit("/pay/" + id, "decline");

        assertThat(location(answer)).isEqualTo("/pay/" + id);
        assertThat(world.page("/pay/" + id, "en").body()).contains("The last attempt did not succeed");
        assertThat(location(world.submit("/pay/" + id, "pay"))).startsWith(RETURN);
    }

    @Test
    void theBankMayAskWhoPaysAndBeContent() throws Exception {
        String id = world.payment();

        HttpResponse<String> challenge = world.submit("/pay/" + id, "challenge");
        assertThat(location(challenge)).isEqualTo("/pay/" + id + "/challenge");
        assertThat(status(id)).isEqualTo("requires_action");
        assertThat(world.page("/pay/" + id + "/challenge", "zh").body()).contains("银行验证", "¥280.00");

        assertThat(location(world.submit("/pay/" + id + "/challenge", "approve")))
                .startsWith(RETURN);
        assertThat(status(id)).isEqualTo("requires_capture");
    }

    @Test
    void theBankMayAskWhoPaysAndNotBeContent() throws Exception {
        String id = world.payment();
        world.submit("/pay/" + id, "challenge");

        assertThat(location(world.submit("/pay/" + id + "/challenge", "refuse")))
                .isEqualTo("/pay/" + id);

        assertThat(status(id)).isEqualTo("requires_payment_method");
        assertThat(world.paymentIntent(id).at("/last_payment_error/code").asString())
                .isEqualTo("payment_intent_authentication_failure");
    }

    @Test
    void whoGoesAwayLeavesThePaymentOpen() throws Exception {
        String id = world.payment();

        world.page("/pay/" + id, "zh");

        assertThat(status(id)).isEqualTo("requires_payment_method");
    }

    @Test
    void aSecondClickPaysNothingMore() throws Exception {
        String id = world.payment();
        world.submit("/pay/" + id, "pay");
        String charge = world.paymentIntent(id).at("/latest_charge/id").asString();

        assertThat(location(world.submit("/pay/" + id, "pay"))).isEqualTo("/pay/" + id);

        assertThat(world.page("/pay/" + id, "en").body()).contains("This payment is done");
        assertThat(world.paymentIntent(id).at("/latest_charge/id").asString()).isEqualTo(charge);
    }

    @Test
    void aCanceledPaymentSaysSo() throws Exception {
        String id = world.payment();
        world.api("/v1/payment_intents/" + id + "/cancel", Map.of());

        assertThat(world.page("/pay/" + id, "en").body())
                .contains("was cancelled")
                .doesNotContain("value=\"pay\"");
    }

    @Test
    void anUnknownPaymentHasAPageOfItsOwn() throws Exception {
        HttpResponse<String> page = world.page("/pay/pi_none", "en");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("There is no such payment");
    }

    @Test
    void whatThePlatformSentIsShownAndNotRun() throws Exception {
        var form = new HashMap<>(RunningSimulation.open());
        form.put("description", "<script>alert(1)</script>");
        String id = json(world.api("/v1/payment_intents", form)).at("/id").asString();

        HttpResponse<String> page = world.page("/pay/" + id, "zh");

        assertThat(page.body()).contains("&lt;script&gt;").doesNotContain("<script>");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'");
    }

    private String status(String id) throws Exception {
        return world.paymentIntent(id).at("/status").asString();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
