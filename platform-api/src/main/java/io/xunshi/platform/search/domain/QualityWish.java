package io.xunshi.platform.search.domain;

import io.xunshi.platform.exchange.SaidQuality;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who searches asks of one quality attribute. What says nothing of it is not found.
 *
 * <p>Written <code>al_pct:90..</code>, <code>inclusion_pct:..2</code>, <code>al_pct:90..98</code> or <code>
 * form:sheet|wire</code>.
 */
public sealed interface QualityWish {
    Pattern FORM = Pattern.compile("([a-z0-9_]{1,40}):(.{1,200})");
    Pattern STRETCH = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,6})?)?\\.\\.([0-9]{1,9}(?:\\.[0-9]{1,6})?)?");

    /** The code of the attribute. */
    String attribute();

    /** Whether what is said has something in common with what is asked. */
    boolean isMetBy(@Nullable SaidQuality said);

    /** A stretch of numbers, both ends included; at least one of them is there. */
    record Between(
            String attribute,
            @Nullable BigDecimal least,
            @Nullable BigDecimal most) implements QualityWish {
        @Override
        public boolean isMetBy(@Nullable SaidQuality said) {
            return said != null
                    && said.answers().isEmpty()
                    && isNotAbove(least, said.most())
                    && isNotAbove(said.least(), most);
        }

        private static boolean isNotAbove(@Nullable BigDecimal lower, @Nullable BigDecimal upper) {
            return lower == null || upper == null || lower.compareTo(upper) <= 0;
        }
    }

    /** One of these answers. */
    record OneOf(String attribute, List<String> answers) implements QualityWish {
        public OneOf {
            answers = List.copyOf(answers);
        }

        @Override
        public boolean isMetBy(@Nullable SaidQuality said) {
            return said != null && said.answers().stream().anyMatch(answers::contains);
        }
    }

    /** Empty for what is not written as described above. */
    static Optional<QualityWish> parse(String written) {
        var parts = FORM.matcher(written);
        return parts.matches() ? parse(parts.group(1), parts.group(2)) : Optional.empty();
    }

    private static Optional<QualityWish> parse(String attribute, String wish) {
        var stretch = STRETCH.matcher(wish);
        if (!stretch.matches()) {
            var answers = Stream.of(wish.split("\\|"))
                    .filter(answer -> !answer.isBlank())
                    .toList();
            return answers.isEmpty() ? Optional.empty() : Optional.of(new OneOf(attribute, answers));
        }
        var between = new Between(attribute, number(stretch.group(1)), number(stretch.group(2)));
        var isEmpty = between.least() == null && between.most() == null;
        var isUpsideDown = !Between.isNotAbove(between.least(), between.most());
        return isEmpty || isUpsideDown ? Optional.empty() : Optional.of(between);
    }

    private static @Nullable BigDecimal number(@Nullable String digits) {
        return digits == null ? null : new BigDecimal(digits);
    }
}
