package io.xunshi.platform.consignment.web;

/** What may stand in a text that people read. */
final class PlainText {
    /** In one line. */
    static final String LINE = "[^\\p{Cc}\\p{Cs}\\p{Co}]*";

    /** In lines. */
    static final String LINES = "[^\\p{Cc}\\p{Cs}\\p{Co}&&[^\\n\\r\\t]]*";

    private PlainText() {}
}
