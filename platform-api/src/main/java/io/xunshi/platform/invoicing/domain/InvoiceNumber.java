package io.xunshi.platform.invoicing.domain;

import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * What an invoice is known by. A digital one (数电发票) has a number of twenty digits and no code; its first two digits are
 * those of the year (公告2024年第11号). An older one has a code of ten or twelve digits and a number of eight.
 *
 * @param code empty for a digital one
 */
public record InvoiceNumber(String code, String number) {
    private static final Pattern DIGITAL = Pattern.compile("[0-9]{20}");
    private static final Pattern OLD_CODE = Pattern.compile("[0-9]{10}|[0-9]{12}");
    private static final Pattern OLD_NUMBER = Pattern.compile("[0-9]{8}");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int YEAR_DIGITS = 2;
    private static final int CENTURY = 100;

    /** What a person typed or pasted, in the form in which it is kept. */
    public static InvoiceNumber typed(String code, String number) {
        return new InvoiceNumber(
                BLANKS.matcher(code).replaceAll(""), BLANKS.matcher(number).replaceAll(""));
    }

    public boolean isWellFormed() {
        return code.isEmpty()
                ? DIGITAL.matcher(number).matches()
                : OLD_CODE.matcher(code).matches() && OLD_NUMBER.matcher(number).matches();
    }

    /** Whether an invoice of this number can be of that day; a digital number tells its year. */
    public boolean isOf(LocalDate day) {
        return !code.isEmpty()
                || !isWellFormed()
                || Integer.parseInt(number.substring(0, YEAR_DIGITS)) == day.getYear() % CENTURY;
    }
}
