package io.xunshi.platform.catalog;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is said of a material's quality. Values travel as text.
 *
 * @param schema <code>Q-AL</code>
 * @param code unique in its schema
 * @param unit behind a number; null where it has none
 * @param required whether a lot must state it
 * @param choices of a {@link Type#CHOICE}; empty where the word is free
 * @param least of a number; null where there is no bound
 * @param most of a number; null where there is no bound
 * @param mustBe the only value with which the material may be traded at all, <code>false</code> of a sealed container;
 *     null where any may
 * @param length how many characters a {@link Type#TEXT} has, exactly; null where it may have any number
 */
public record QualityAttribute(
        String schema,
        String code,
        Type type,
        @Nullable String unit,
        boolean required,
        List<String> choices,
        @Nullable BigDecimal least,
        @Nullable BigDecimal most,
        @Nullable String mustBe,
        @Nullable Integer length,
        String nameZh,
        String nameEn) {
    private static final int TEXT_LENGTH_MAX = 120;
    private static final String NUMBER = "[0-9]{1,9}(\\.[0-9]{1,6})?";

    public QualityAttribute {
        choices = List.copyOf(choices);
    }

    /** Whether a value answers it, and is not one with which nobody may trade. */
    public boolean accepts(String value) {
        var fits = switch (type) {
            case DECIMAL -> value.matches(NUMBER) && isWithinBounds(value);
            case INTEGER -> value.matches("[0-9]{1,9}") && isWithinBounds(value);
            case BOOLEAN -> value.equals("true") || value.equals("false");
            case CHOICE -> choices.isEmpty() ? isText(value) : choices.contains(value);
            case TEXT -> isText(value) && (length == null || value.length() == length);
            case SHARES, WORDS -> isText(value);
        };
        return fits && (mustBe == null || mustBe.equals(value));
    }

    private boolean isWithinBounds(String value) {
        return new QualityBound(code, least, most).holds(new BigDecimal(value));
    }

    private static boolean isText(String value) {
        return !value.isBlank() && value.codePointCount(0, value.length()) <= TEXT_LENGTH_MAX;
    }

    /** What kind of value is expected. */
    public enum Type {
        /** Not negative. */
        DECIMAL,
        INTEGER,
        BOOLEAN,
        CHOICE,
        TEXT,
        /** Parts and their share: <code>cotton 80, polyester 20</code>. */
        SHARES,
        /** Several words. */
        WORDS
    }
}
