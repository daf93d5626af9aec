package io.xunshi.infra.simulation.realname;

import static io.xunshi.infra.simulation.RunningSimulation.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.infra.simulation.RunningSimulation;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RealNameTests {

    /** The example in GB 11643. */
    private static final String VALID = "11010519491231002X";

    @RegisterExtension
    private final RunningSimulation world = new RunningSimulation();

    @ParameterizedTest
    @CsvSource({
        VALID + ", 张三, true",
        "440524188001010014, 张三, true",
        VALID + ", 不符, false",
        VALID + ", ' ', false",
        "110105194912310021, 张三, false",
        "11010519490230002X, 张三, false",
        "'', 张三, false",
        "1101051949123100, 张三, false"
    })
    void theAnswerFollowsFromTheNumberAndTheName(String number, String name, boolean isMatch) throws Exception {
        HttpResponse<String> answer = check(name, number);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).at("/match").asBoolean()).isEqualTo(isMatch);
    }

    @Test
    void oneNameMakesTheServiceFail() throws Exception {
        assertThat(check("不可用", VALID).statusCode()).isEqualTo(503);
    }

    @Test
    void theRuleIsWrittenOnAPage() throws Exception {
        assertThat(world.page("/real-name-checks", "en").body()).contains("GB 11643", "不符", "不可用");
    }

    private HttpResponse<String> check(String name, String number) throws Exception {
        return world.command(
                "POST", "/real-name-checks", "{\"name\":\"%s\",\"idNumber\":\"%s\"}".formatted(name, number));
    }
}
