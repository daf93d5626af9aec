package io.xunshi.platform.identity.domain;

import io.xunshi.platform.identity.IdentityProblem;
import java.util.Locale;
import java.util.Set;

/**
 * What a password must be: long rather than odd, and none of those that everybody tries first (NIST SP 800-63B §3.1.1).
 */
public final class PasswordPolicy {
    /** Also bounds the work of hashing: a longer text is no password but an attack. */
    public static final int LENGTH_MAX = 128;

    private static final int LENGTH_MIN = 8;
    private static final Set<String> TRIED_FIRST = Set.of(
            "12345678",
            "123456789",
            "1234567890",
            "password",
            "password1",
            "qwertyui",
            "qwerty123",
            "11111111",
            "88888888",
            "66666666",
            "00000000",
            "abcd1234",
            "a1234567",
            "a12345678",
            "1q2w3e4r",
            "iloveyou",
            "woaini1314",
            "5201314520");

    private PasswordPolicy() {}

    /** @throws io.xunshi.platform.kernel.ProblemException {@link IdentityProblem#BAD_PASSWORD} */
    public static void check(String password) {
        var length = password.codePointCount(0, password.length());
        if (length < LENGTH_MIN
                || password.length() > LENGTH_MAX
                || TRIED_FIRST.contains(password.toLowerCase(Locale.ROOT))
                || password.chars().distinct().count() < 3) {
            throw IdentityProblem.BAD_PASSWORD.raise(LENGTH_MIN, LENGTH_MAX);
        }
    }
}
