package io.xunshi.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.order.Trade;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What becomes of messages that lead off the platform. */
@PlatformTest
class SafetyIT {
    @LocalServerPort
    private int port;

    @Test
    void theSenderIsToldWhyAndTheReceiverIsWarned() {
        var talk = Talk.about(port);

        talk.says(talk.asker, "加我薇❤ zw199001")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("messaging.leads-away")
                .jsonPath("$.cautions[0]")
                .isEqualTo("WECHAT");
        assertThat(talk.heardBy(talk.seller)).isEmpty();

        talk.asker
                .post(talk.path() + "/messages", Map.of("text", "加我薇❤ zw199001", "confirmed", true))
                .expectStatus()
                .isCreated();
        assertThat(Talk.list(talk.heardBy(talk.seller).getFirst().at("/cautions")))
                .extracting(JsonNode::asString)
                .containsExactly("WECHAT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"付款点 https://xianyu-pay.top/o/1", "ｈｔｔｐｓ：／／t．cn/A6x", "去 xunshi-escrow.vip 确认"})
    void aScamLinkIsRefusedEvenIfConfirmed(String text) {
        var talk = Talk.about(port);

        talk.asker
                .post(talk.path() + "/messages", Map.of("text", text, "confirmed", true))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("messaging.scam-link");
        assertThat(talk.heardBy(talk.seller)).isEmpty();
    }

    @Test
    void whoPaidMayExchangeTelephoneNumbers() {
        var trade = Trade.paid(port);
        var talk = Talk.of(trade.seller(), trade.buyer(), trade.listing());

        var sent = Visitor.json(talk.says(talk.asker, "我电话 138 1234 5678，到了打我"));

        assertThat(sent.at("/cautions")).isEmpty();
        talk.says(talk.asker, "加微信吧").expectStatus().isEqualTo(422);
    }

    @Test
    void whoHasOnlyOrderedMayNotYet() {
        var trade = Trade.placed(port);
        var talk = Talk.of(trade.seller(), trade.buyer(), trade.listing());

        talk.says(talk.asker, "我电话 13812345678").expectStatus().isEqualTo(422);
    }

    @Test
    void honestWordsPass() {
        var talk = Talk.about(port);

        for (var text : List.of("125元", "iPhone 13 128G", "1.8米*2米 的床有吗")) {
            talk.says(talk.asker, text).expectStatus().isCreated();
        }
    }
}
