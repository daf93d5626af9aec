package io.xunshi.transparency.record;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * RFC 8785 (JCS) for the values that records are made of: objects, arrays, strings and whole numbers that a double
 * holds exactly. There is one way to write a value, so bytes can be compared; anything written otherwise is refused
 * when read.
 */
public final class CanonicalJson {
    static final long NUMBER_MAX = (1L << 53) - 1;

    private static final char REPLACEMENT = '\uFFFD';

    private CanonicalJson() {}

    /** @throws IllegalArgumentException for a value of another kind, or a number that a double does not hold */
    public static byte[] write(Object value) {
        var text = new StringBuilder();
        write(value, text);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Maps, lists, strings and longs.
     *
     * @throws IllegalArgumentException where the bytes are not canonical
     */
    public static Object read(byte[] bytes) {
        return new CanonicalReader(decoded(bytes)).value();
    }

    private static String decoded(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        // Either somebody wrote it, or it stands for what is no UTF-8.
        if (text.indexOf(REPLACEMENT) >= 0 && !Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)) {
            throw new IllegalArgumentException("Not UTF-8");
        }
        return text;
    }

    private static void write(Object value, StringBuilder text) {
        switch (value) {
            case String string -> quote(string, text);
            case Long number -> {
                if (Math.abs(number) > NUMBER_MAX) {
                    throw new IllegalArgumentException("Beyond the whole numbers of a double: " + number);
                }
                text.append(number);
            }
            case Map<?, ?> object -> {
                var separator = "{";
                for (var member : sorted(object).entrySet()) {
                    text.append(separator);
                    quote((String) member.getKey(), text);
                    text.append(':');
                    write(member.getValue(), text);
                    separator = ",";
                }
                text.append(object.isEmpty() ? "{}" : "}");
            }
            case List<?> array -> {
                var separator = "[";
                for (var item : array) {
                    text.append(separator);
                    write(item, text);
                    separator = ",";
                }
                text.append(array.isEmpty() ? "[]" : "]");
            }
            default -> throw new IllegalArgumentException("Records hold no " + value.getClass());
        }
    }

    private static Map<?, ?> sorted(Map<?, ?> object) {
        if (object instanceof SortedMap<?, ?> sorted && sorted.comparator() == null) {
            return sorted;
        }
        // Java compares strings by UTF-16 code units, which is the order that JCS asks for.
        var members = new TreeMap<String, Object>();
        object.forEach((name, value) -> members.put((String) name, value));
        return members;
    }

    private static void quote(String string, StringBuilder text) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            var character = string.charAt(i);
            switch (character) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\b' -> text.append("\\b");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\f' -> text.append("\\f");
                case '\r' -> text.append("\\r");
                default -> text.append(character < 0x20 ? "\\u%04x".formatted((int) character) : character);
            }
        }
        text.append('"');
    }
}
