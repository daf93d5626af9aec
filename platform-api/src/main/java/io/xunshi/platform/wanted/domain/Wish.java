package io.xunshi.platform.wanted.domain;

import io.xunshi.platform.kernel.Money;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for.
 *
 * @param words what it is called; these words are searched for
 * @param description what else matters to a seller; may be empty
 * @param categoryCode a leaf, or a root for any of its leaves
 * @param answers what the thing must answer to its category's questions with choices
 * @param maxPrice the most that is paid; null where it is open
 * @param leastCondition the worst grade that will do; null for any
 * @param districtCode where; null for the whole city
 * @param withinKm not farther from the district's centre; null for the district alone
 * @param lastDay the last day on which it is looked for, in the city's time
 */
public record Wish(
        String words,
        String description,
        String categoryCode,
        Map<String, String> answers,
        @Nullable Money maxPrice,
        @Nullable String leastCondition,
        @Nullable String districtCode,
        @Nullable Integer withinKm,
        LocalDate lastDay) {

    public Wish {
        words = written(words);
        description = written(description);
        answers = Map.copyOf(answers);
    }

    /** Whether it says the same in what a moderator looks at. */
    public boolean saysTheSameAs(Wish other) {
        return words.equals(other.words)
                && description.equals(other.description)
                && categoryCode.equals(other.categoryCode)
                && answers.equals(other.answers);
    }

    private static String written(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    }
}
