package io.xunshi.platform.exchange;

import io.xunshi.platform.exchange.Requirement.Between;
import io.xunshi.platform.exchange.Requirement.OneOf;
import io.xunshi.platform.http.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of one quality attribute: of a number at least or at most so much, of anything else one of some
 * answers.
 */
public record RequirementField(
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable @Size(max = 20) List<@NotNull @Size(max = 200) @Pattern(regexp = PlainText.LINE) String> answers) {

    public Requirement requirement() {
        return answers == null ? new Between(min, max) : new OneOf(answers);
    }

    public static RequirementField of(Requirement requirement) {
        return switch (requirement) {
            case Between between -> new RequirementField(between.min(), between.max(), null);
            case OneOf oneOf -> new RequirementField(null, null, oneOf.answers());
        };
    }
}
