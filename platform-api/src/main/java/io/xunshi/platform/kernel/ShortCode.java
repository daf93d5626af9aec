package io.xunshi.platform.kernel;

import java.util.Locale;
import java.util.UUID;

/**
 * A code that people read aloud: a letter for the kind of thing, eleven characters and a check character, shown in
 * groups of four (<code>D7K3-9QWT-A2F8-M</code>). The alphabet leaves out I, O and U, which the eye or the ear
 * mistakes; the check character is ISO/IEC 7064 MOD 37,36, which finds every single error and nearly every swap of
 * neighbours.
 */
public final class ShortCode {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRSTVWXYZ";
    private static final String CHECK_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int RANDOM_CHARACTERS = 11;
    private static final int GROUP = 4;

    private ShortCode() {}

    /**
     * The code of an id.
     *
     * @param kind one letter of the alphabet, the same for all things of a kind
     * @param id a UUIDv7; the code is drawn from its random part, so it tells nothing about when or in which order
     */
    public static String of(char kind, UUID id) {
        var rest = id.getLeastSignificantBits() & Long.MAX_VALUE;
        var code = new StringBuilder().append(kind);
        for (int i = 0; i < RANDOM_CHARACTERS; i++) {
            code.append(ALPHABET.charAt((int) (rest % ALPHABET.length())));
            rest /= ALPHABET.length();
        }
        return grouped(code.append(checkCharacter(code)));
    }

    /**
     * What a person typed, in the stored form: upper case, grouped, mistaken letters before the check character mended.
     */
    public static String normalize(String typed) {
        var plain = typed.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
        if (plain.isEmpty()) {
            return plain;
        }
        var last = plain.length() - 1;
        var body = plain.substring(0, last).replace('I', '1').replace('O', '0').replace('U', 'V');
        return grouped(new StringBuilder(body).append(plain.charAt(last)));
    }

    /** Whether the last character fits the others. */
    public static boolean isValid(String code) {
        var plain = code.replace("-", "");
        return plain.length() == RANDOM_CHARACTERS + 2
                && plain.chars().allMatch(c -> CHECK_ALPHABET.indexOf(c) >= 0)
                && checkCharacter(plain.subSequence(0, plain.length() - 1)) == plain.charAt(plain.length() - 1);
    }

    private static char checkCharacter(CharSequence code) {
        var product = 36;
        for (int i = 0; i < code.length(); i++) {
            var sum = (product + CHECK_ALPHABET.indexOf(code.charAt(i))) % 36;
            product = (sum == 0 ? 36 : sum) * 2 % 37;
        }
        return CHECK_ALPHABET.charAt((37 - product) % 36);
    }

    private static String grouped(StringBuilder code) {
        for (int i = GROUP; i < code.length(); i += GROUP + 1) {
            code.insert(i, '-');
        }
        return code.toString();
    }
}
