package io.xunshi.platform.exchange;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a demand asks of one quality attribute. */
public sealed interface Requirement {

    /** Whether a lot that says this will do; one that says nothing will not. */
    boolean isMetBy(@Nullable String said);

    /** A number between two bounds, both included; at least one of them is there. */
    record Between(@Nullable BigDecimal min, @Nullable BigDecimal max) implements Requirement {
        @Override
        public boolean isMetBy(@Nullable String said) {
            if (said == null) {
                return false;
            }
            var number = new BigDecimal(said);
            return (min == null || number.compareTo(min) >= 0) && (max == null || number.compareTo(max) <= 0);
        }
    }

    /** One of these answers. */
    record OneOf(List<String> answers) implements Requirement {
        public OneOf {
            answers = List.copyOf(answers);
        }

        @Override
        public boolean isMetBy(@Nullable String said) {
            return said != null && answers.contains(said);
        }
    }
}
