package io.xunshi.infra.simulation.notice;

import static io.xunshi.infra.simulation.RunningSimulation.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.infra.simulation.RunningSimulation;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class MessagesTests {

    @RegisterExtension
    private final RunningSimulation world = new RunningSimulation();

    @Test
    void whatIsSentCanBeReadByContactTheLatestFirst() throws Exception {
        send("1", "13900000001", "111111");
        send("2", "13900000002", "222222");
        send("3", "13900000001", "333333");

        JsonNode messages = json(world.command("GET", "/messages?contact=13900000001", ""));

        assertThat(messages.valueStream()
                        .map(message -> message.at("/parameters/code").asString()))
                .containsExactly("333333", "111111");
        assertThat(json(world.command("GET", "/messages", "")).size()).isEqualTo(3);
    }

    @Test
    void thePageShowsTheCodeLarge() throws Exception {
        send("1", "13900000001", "654321");

        HttpResponse<String> page = world.page("/messages?contact=13900000001", "zh-CN");

        assertThat(page.body()).contains("13900000001", "全部", "<p class=\"code\">654321</p>", "验证码是 654321");
        assertThat(world.page("/messages?contact=13900000009", "zh-CN").body()).contains("还没有消息");
    }

    @Test
    void thePageOfAllLeadsNowhereElse() throws Exception {
        assertThat(world.page("/messages", "zh-CN").body()).doesNotContain("全部");
    }

    @Test
    void thePageLoadsNothingThatIsMissing() throws Exception {
        for (String file : new String[] {"/simulation/style.css", "/simulation/messages.js"}) {
            assertThat(world.page(file, "zh").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aRepetitionIsNotASecondMessage() throws Exception {
        send("key", "13900000001", "111111");
        send("key", "13900000001", "111111");

        assertThat(json(world.command("GET", "/messages", "")).size()).isEqualTo(1);
    }

    @Test
    void messagesSurviveARestart() throws Exception {
        send("1", "13900000001", "111111");

        world.restart();

        assertThat(json(world.command("GET", "/messages?contact=13900000001", ""))
                        .at("/0/text")
                        .asString())
                .contains("111111");
    }

    @Test
    void aMessageWithoutAReceiverIsRefused() throws Exception {
        assertThat(world.command("POST", "/notices", "{\"text\":\"hello\"}").statusCode())
                .isEqualTo(400);
    }

    private void send(String key, String to, String code) throws Exception {
        String body = """
                {"channel": "SMS", "to": "%s", "template": "one-time-code",
                 "parameters": {"code": "%s", "minutes": "10"}, "text": "您的验证码是 %s"}
                """.formatted(to, code, code);
        HttpResponse<String> answer = world.send(world.request("/notices")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).isEqualTo(202);
    }
}
