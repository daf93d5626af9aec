package io.xunshi.platform.identity.domain;

import io.xunshi.platform.identity.IdentityProblem;
import java.text.Normalizer;

/** The name that others see: 2 to 20 visible characters, in one written form. */
public final class DisplayName {
    private static final int LENGTH_MIN = 2;
    private static final int LENGTH_MAX = 20;

    private DisplayName() {}

    /** @throws io.xunshi.platform.kernel.ProblemException {@link IdentityProblem#BAD_DISPLAY_NAME} */
    public static String parse(String typed) {
        var name = Normalizer.normalize(typed, Normalizer.Form.NFC).strip();
        var length = name.codePointCount(0, name.length());
        var visible = name.codePoints().noneMatch(character -> switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        });
        if (length < LENGTH_MIN || length > LENGTH_MAX || !visible) {
            throw IdentityProblem.BAD_DISPLAY_NAME.raise(LENGTH_MIN, LENGTH_MAX);
        }
        return name;
    }
}
