package io.xunshi.platform.organisation.domain;

import java.util.Locale;
import java.util.regex.Pattern;

/** The unified social credit code (统一社会信用代码) of GB 32100-2015: seventeen characters and a check character. */
public final class CreditCode {
    /** Clause 5: letters that look like digits are left out. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final int LENGTH = 18;
    private static final Pattern BLANKS = Pattern.compile("[\\s-]+");

    private CreditCode() {}

    /** What a person typed, in the form in which it is kept. */
    public static String normalize(String typed) {
        return BLANKS.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
    }

    /** Whether it is one: annex A, the weights are powers of three modulo 31. */
    public static boolean isValid(String code) {
        if (code.length() != LENGTH || !code.chars().allMatch(character -> ALPHABET.indexOf(character) >= 0)) {
            return false;
        }
        var weight = 1;
        var sum = 0;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % ALPHABET.length();
        }
        var check = (ALPHABET.length() - sum % ALPHABET.length()) % ALPHABET.length();
        return code.charAt(LENGTH - 1) == ALPHABET.charAt(check);
    }
}
