package io.xunshi.platform.exchange.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a table as somebody has typed it, or a spreadsheet has written it. Digits and signs may be full-width (全角).
 */
public record SheetCell(String text) {
    private static final Pattern GUARDED = Pattern.compile("^'[=+\\-@\\t\\r]");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:\\d{1,3}(?:,\\d{3})+|\\d{1,15})(?:\\.\\d{1,17})?");
    private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.");
    private static final Pattern SERIAL = Pattern.compile("\\d{5}");

    /** Day 0 of spreadsheets, which take 1900 for a leap year (ISO/IEC 29500-1, 18.17.4.1). */
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);

    /** As many digits as a spreadsheet shows of a number; those behind come from binary fractions. */
    private static final MathContext SHOWN = new MathContext(15);

    /** What is greater or smaller is no number of this trade, and would be long to write out. */
    private static final int EXPONENT_MAX = 20;

    /** Without the apostrophe that keeps a spreadsheet from reckoning with it. */
    public SheetCell {
        text = (GUARDED.matcher(text).find() ? text.substring(1) : text).strip();
    }

    /**
     * A number as a workbook stores it: binary, so that 0.07 is 0.070000000000000007, and of a per cent the hundredth.
     *
     * @param format in which it is shown, ISO/IEC 29500-1, 18.8.31; null where it has none
     */
    public static SheetCell stored(BigDecimal number, @Nullable String format) {
        var shown = number.round(SHOWN).stripTrailingZeros();
        var said = format != null && isPercent(format) ? shown.movePointRight(2) : shown;
        var isOfThisWorld = Math.abs((long) said.precision() - said.scale()) <= EXPONENT_MAX;
        return new SheetCell(isOfThisWorld ? said.toPlainString() : said.toString());
    }

    private static boolean isPercent(String format) {
        return LITERAL.matcher(format).replaceAll("").contains("%");
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** For comparing: in one case, with half-width signs and without spaces. */
    public String word() {
        return plain().replaceAll("\\s", "").toLowerCase(Locale.ROOT);
    }

    /** With half-width digits and signs. */
    public String plain() {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }

    /** Commas may stand between thousands, and nowhere else; empty for what is no number. */
    public Optional<BigDecimal> number() {
        var typed = plain().replaceAll("\\s", "");
        return NUMBER.matcher(typed).matches()
                ? Optional.of(new BigDecimal(typed.replace(",", "")).round(SHOWN))
                : Optional.empty();
    }

    /** <code>2026-12-01</code>, <code>2026/12/1</code>, 2026年12月1日, or a day as spreadsheets count them. */
    public Optional<LocalDate> day() {
        var typed = plain().replaceAll("\\s", "");
        var said = DAY.matcher(typed);
        try {
            if (said.matches()) {
                return Optional.of(LocalDate.of(
                        Integer.parseInt(said.group(1)),
                        Integer.parseInt(said.group(2)),
                        Integer.parseInt(said.group(3))));
            }
        } catch (DateTimeException e) {
            return Optional.empty();
        }
        return SERIAL.matcher(typed).matches() ? Optional.of(EPOCH.plusDays(Long.parseLong(typed))) : Optional.empty();
    }
}
