package io.xunshi.platform.corner.web;

/** What may stand in a text that people read. */
final class PlainText {
    /** In one line. */
    static final String LINE = "[^\\p{Cc}\\p{Cs}\\p{Co}]*";

    private PlainText() {}
}
