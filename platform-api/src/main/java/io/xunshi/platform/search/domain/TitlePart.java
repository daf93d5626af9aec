package io.xunshi.platform.search.domain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a title; the pieces in a row are the title. They are sent instead of markup, so that what a seller wrote
 * is text wherever it is shown.
 *
 * @param matched whether it is what somebody searched for
 */
public record TitlePart(String text, boolean matched) {
    /** Before a match, in what the engine answers. From the private use area: no keyboard has it. */
    public static final String BEGIN = "\uE000";

    /** After a match. */
    public static final String END = "\uE001";

    /**
     * Takes a marked title apart.
     *
     * @param marked the title with marks around its matches; null where nothing matched in it
     */
    public static List<TitlePart> of(String title, @Nullable String marked) {
        if (marked == null) {
            return List.of(new TitlePart(title, false));
        }
        var parts = new ArrayList<TitlePart>();
        var position = 0;
        while (position < marked.length()) {
            var isMatch = marked.startsWith(BEGIN, position);
            var from = isMatch ? position + BEGIN.length() : position;
            var end = marked.indexOf(isMatch ? END : BEGIN, from);
            var to = end < 0 ? marked.length() : end;
            if (to > from) {
                parts.add(new TitlePart(marked.substring(from, to), isMatch));
            }
            position = isMatch ? to + END.length() : to;
        }
        // A title that has the marks itself would be cut in the wrong places.
        return joined(parts).equals(title) ? List.copyOf(parts) : List.of(new TitlePart(title, false));
    }

    private static String joined(List<TitlePart> parts) {
        var whole = new StringBuilder();
        parts.forEach(part -> whole.append(part.text()));
        return whole.toString();
    }
}
