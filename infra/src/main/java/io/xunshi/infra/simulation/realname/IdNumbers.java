package io.xunshi.infra.simulation.realname;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.stream.IntStream;

/** Citizens' identity numbers by GB 11643-1999: region, day of birth, serial number, check character. */
final class IdNumbers {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";
    private static final int BIRTH_BEGIN = 6;
    private static final int BIRTH_END = 14;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private IdNumbers() {}

    /** Whether such a number can have been issued. */
    static boolean isValid(String number) {
        return number.matches("[1-9][0-9]{16}[0-9X]")
                && isDay(number)
                && check(number) == number.charAt(WEIGHTS.length);
    }

    private static boolean isDay(String number) {
        try {
            LocalDate.parse(number.substring(BIRTH_BEGIN, BIRTH_END), DAY);
            return true;
        } catch (DateTimeException _) {
            return false;
        }
    }

    private static char check(String number) {
        int sum = IntStream.range(0, WEIGHTS.length)
                .map(i -> (number.charAt(i) - '0') * WEIGHTS[i])
                .sum();
        return CHECK_CHARACTERS.charAt(sum % CHECK_CHARACTERS.length());
    }
}
