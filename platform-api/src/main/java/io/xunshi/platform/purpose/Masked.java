package io.xunshi.platform.purpose;

/** What stands in the place of personal data while no purpose is named. */
public final class Masked {
    private static final String HIDDEN = "＊＊";
    private static final int PHONE_DIGITS_SHOWN = 2;

    private Masked() {}

    /** The first character of a name and nothing of its length; empty for an empty one. */
    public static String name(String name) {
        return name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1)) + HIDDEN;
    }

    /** The last two digits of a phone number that has at least four. */
    public static String phone(String phone) {
        return phone.length() < 2 * PHONE_DIGITS_SHOWN
                ? HIDDEN
                : HIDDEN + phone.substring(phone.length() - PHONE_DIGITS_SHOWN);
    }
}
