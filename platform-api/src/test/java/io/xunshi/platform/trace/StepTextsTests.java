package io.xunshi.platform.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.audit.AuditedTrade.Role;
import io.xunshi.platform.audit.TradeKind;
import io.xunshi.transparency.record.TradeRecord.Step;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever reads a receipt or the regulator's desk reads words, in both languages. */
class StepTextsTests {
    private static final Path TEXTS = Path.of("../platform-web/src/shared/i18n");

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void everyStepInTheLogIsPutInWords(String language) {
        assertThat(Stream.of(Step.values()).map(step -> step.type().replaceFirst("\\.", "-")))
                .allSatisfy(step -> assertThat(
                                textsOf(language).at("/trace/step/" + step).asString(""))
                        .as(step)
                        .isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void everyKindOfTradeAndEveryRoleInItIsPutInWords(String language) {
        assertThat(TradeKind.values())
                .allSatisfy(kind -> assertThat(
                                textsOf(language).at("/oversight/kinds/" + kind).asString(""))
                        .as(kind.name())
                        .isNotBlank());
        assertThat(Role.values())
                .allSatisfy(role -> assertThat(
                                textsOf(language).at("/oversight/sides/" + role).asString(""))
                        .as(role.name())
                        .isNotBlank());
    }

    private static JsonNode textsOf(String language) {
        return JsonMapper.shared().readTree(TEXTS.resolve(language + ".json").toFile());
    }
}
