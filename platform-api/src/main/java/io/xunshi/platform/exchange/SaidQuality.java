package io.xunshi.platform.exchange;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a lot says, or a demand asks, of one quality attribute: a stretch of numbers or some answers. A lot says one
 * number, so that both ends are equal, or one answer.
 *
 * @param least null without a lower bound, and for what is no number
 * @param most null without an upper bound, and for what is no number
 * @param answers empty for a number
 */
public record SaidQuality(
        @Nullable BigDecimal least, @Nullable BigDecimal most, List<String> answers) {
    public SaidQuality {
        answers = List.copyOf(answers);
    }
}
