package io.xunshi.platform.http;

/** What may stand in a text that people read: no control characters, no private ones, no halves of characters. */
public final class PlainText {
    /** In one line. */
    public static final String LINE = "[^\\p{Cc}\\p{Cs}\\p{Co}]*";

    /** In lines. */
    public static final String LINES = "[^\\p{Cc}\\p{Cs}\\p{Co}&&[^\\n\\r\\t]]*";

    private PlainText() {}
}
