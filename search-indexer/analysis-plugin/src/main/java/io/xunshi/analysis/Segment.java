package io.xunshi.analysis;

/**
 * One word of a text.
 *
 * @param start index of its first character
 * @param end index after its last
 */
record Segment(int start, int end) {

    String of(String text) {
        return text.substring(start, end);
    }
}
