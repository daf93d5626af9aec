package io.xunshi.infra.simulation.stolengoods;

import static io.xunshi.infra.simulation.RunningSimulation.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.infra.simulation.RunningSimulation;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StolenGoodsTests {
    @RegisterExtension
    private final RunningSimulation world = new RunningSimulation();

    @ParameterizedTest
    @CsvSource({
        "IMEI, 490154203237518, true",
        "IMEI, 356938035643809, false",
        "SERIAL, STOLEN-001, true",
        "SERIAL, C02XL0THJGH5, false"
    })
    void theAnswerFollowsFromTheNumber(String kind, String number, boolean isReported) throws Exception {
        var answer = check(kind, number);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).at("/reported").asBoolean()).isEqualTo(isReported);
    }

    @Test
    void oneBeginningMakesTheListFail() throws Exception {
        assertThat(check("SERIAL", "UNAVAILABLE1").statusCode()).isEqualTo(503);
    }

    @Test
    void theRuleIsWrittenOnAPage() throws Exception {
        assertThat(world.page("/stolen-goods-checks", "en").body())
                .contains("490154203237518", "STOLEN", "UNAVAILABLE");
    }

    private HttpResponse<String> check(String kind, String number) throws Exception {
        return world.command(
                "POST", "/stolen-goods-checks", "{\"kind\":\"%s\",\"number\":\"%s\"}".formatted(kind, number));
    }
}
