package io.xunshi.platform.regulation.domain;

import java.util.regex.Pattern;

/** When a vehicle identification number can be right: GB 16735-2019, whose check digit is that of ISO 3779's users. */
public final class VinNumbers {
    private static final Pattern FORM = Pattern.compile("[0-9A-HJ-NPR-Z]{17}");

    /** By position; the ninth is the check digit itself. */
    private static final int[] WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};

    private static final int CHECK_PLACE = 8;
    private static final int MODULUS = 11;
    private static final String LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";
    private static final String VALUES_OF_LETTERS = "12345678123457923456789";

    private VinNumbers() {}

    /** @param number in the written form */
    public static boolean isValid(String number) {
        return FORM.matcher(number).matches() && number.charAt(CHECK_PLACE) == checkDigitOf(number);
    }

    /** What must stand at the ninth place, whatever stands there. */
    public static char checkDigitOf(String number) {
        var sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] == 0 ? 0 : WEIGHTS[i] * valueOf(number.charAt(i));
        }
        var rest = sum % MODULUS;
        return rest == MODULUS - 1 ? 'X' : Character.forDigit(rest, MODULUS);
    }

    private static int valueOf(char character) {
        var place = LETTERS.indexOf(character);
        return Character.digit(place < 0 ? character : VALUES_OF_LETTERS.charAt(place), 10);
    }
}
