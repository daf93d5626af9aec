package io.xunshi.platform.invoicing.domain;

/**
 * A person who sells what they collected, and has no account here.
 *
 * @param name as on the identity card
 * @param idNumber 公民身份号码, eighteen characters
 */
public record NaturalPerson(String name, String idNumber) {
    private static final int AREA_DIGITS = 4;
    private static final int LAST_DIGITS = 4;

    /** Enough to tell two sellers apart, not enough to be anybody's number. */
    public String maskedNumber() {
        var hidden = idNumber.length() - AREA_DIGITS - LAST_DIGITS;
        return idNumber.substring(0, AREA_DIGITS)
                + "*".repeat(hidden)
                + idNumber.substring(idNumber.length() - LAST_DIGITS);
    }

    /** The family name alone. */
    public String maskedName() {
        var first = name.offsetByCodePoints(0, 1);
        return name.substring(0, first) + "*".repeat(name.codePointCount(first, name.length()));
    }
}
