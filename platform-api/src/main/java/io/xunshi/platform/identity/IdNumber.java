package io.xunshi.platform.identity;

/** A citizen identity number (公民身份号码, GB 11643-1999): seventeen digits and a check character, ISO 7064 MOD 11-2. */
public final class IdNumber {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK = "10X98765432";

    private IdNumber() {}

    public static boolean isValid(String number) {
        if (!number.matches("[0-9]{17}[0-9X]")) {
            return false;
        }
        var sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECK.charAt(sum % 11) == number.charAt(17);
    }
}
