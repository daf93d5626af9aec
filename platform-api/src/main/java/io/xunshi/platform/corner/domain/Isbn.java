package io.xunshi.platform.corner.domain;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An International Standard Book Number (国际标准书号, ISO 2108, GB/T 5795-2006) in its one stored form: thirteen digits with
 * the prefix 978 or 979 and a right check digit. The ten characters of before 2007 are the same number.
 */
public record Isbn(String digits) {
    private static final Pattern THIRTEEN = Pattern.compile("97[89][0-9]{10}");
    private static final Pattern TEN = Pattern.compile("[0-9]{9}[0-9X]");
    private static final String BOOKLAND = "978";

    public Isbn {
        if (!isValid13(digits)) {
            throw new IllegalArgumentException("Not a normal ISBN: " + digits);
        }
    }

    /** What was typed or scanned, with any hyphens and blanks; empty where it is no ISBN or a digit of it is wrong. */
    public static Optional<Isbn> parse(String typed) {
        var plain = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("^\\s*ISBN[:\\s]*", "")
                .replaceAll("[\\s\\p{Pd}]", "");
        if (isValid13(plain)) {
            return Optional.of(new Isbn(plain));
        }
        return isValid10(plain) ? Optional.of(ofFirstTwelve(BOOKLAND + plain.substring(0, 9))) : Optional.empty();
    }

    /** The number whose first twelve digits these are. */
    public static Isbn ofFirstTwelve(String twelve) {
        return new Isbn(twelve + (10 - weighted13(twelve) % 10) % 10);
    }

    private static boolean isValid13(String plain) {
        return THIRTEEN.matcher(plain).matches() && weighted13(plain) % 10 == 0;
    }

    private static boolean isValid10(String plain) {
        return TEN.matcher(plain).matches() && weighted10(plain) % 11 == 0;
    }

    private static int weighted13(String digits) {
        var sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (i % 2 == 0 ? 1 : 3) * (digits.charAt(i) - '0');
        }
        return sum;
    }

    private static int weighted10(String characters) {
        var sum = 0;
        for (int i = 0; i < characters.length(); i++) {
            var character = characters.charAt(i);
            sum += (10 - i) * (character == 'X' ? 10 : character - '0');
        }
        return sum;
    }

    @Override
    public String toString() {
        return digits;
    }
}
