package io.xunshi.platform.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question about goods of a category.
 *
 * @param unit shown behind a number; null where there is none
 * @param group of questions that belong together, <code>collection</code> for what is needed to fetch the thing; null
 *     for the others
 * @param choices the possible answers of a {@link Type#CHOICE}, else empty
 */
public record Attribute(
        String code,
        Type type,
        @Nullable String unit,
        boolean required,
        @Nullable String group,
        String nameZh,
        String nameEn,
        List<Choice> choices) {
    private static final int TEXT_LENGTH_MAX = 60;

    public Attribute {
        choices = List.copyOf(choices);
    }

    /** Whether a value answers the question; values travel as text. */
    public boolean accepts(String value) {
        return switch (type) {
            case TEXT -> !value.isBlank() && value.codePointCount(0, value.length()) <= TEXT_LENGTH_MAX;
            case NUMBER -> value.matches("[0-9]{1,9}(\\.[0-9]{1,2})?");
            case YEAR -> value.matches("(19[5-9]|20[0-9])[0-9]");
            case BOOLEAN -> value.equals("true") || value.equals("false");
            case CHOICE -> choices.stream().anyMatch(choice -> choice.code().equals(value));
        };
    }

    /** What kind of answer is expected. */
    public enum Type {
        TEXT,
        /** Not negative, at most two decimals. */
        NUMBER,
        /** Four digits. */
        YEAR,
        CHOICE,
        BOOLEAN
    }

    /** One possible answer. */
    public record Choice(String code, String nameZh, String nameEn) {}
}
