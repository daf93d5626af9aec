package io.xunshi.transparency.record;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
    private static final long NUMBER_MAX = (1L << 53) - 1;
    private static final int DEPTH_MAX = 16;

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
        var value = parse(bytes);
        if (!Arrays.equals(write(value), bytes)) {
            throw new IllegalArgumentException("Not canonical JSON");
        }
        return value;
    }

    /**
     * The same, for who compares the bytes with what they write of it: lets pass some of what is not canonical.
     *
     * @throws IllegalArgumentException where there is no value at all
     */
    static Object parse(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new Reader(text).value(0);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("Not UTF-8", e);
        } catch (IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("Cut off", e);
        }
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

    /** Reads what {@link #write} can write; what it lets pass besides is caught by writing it again. */
    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        Object value(int depth) {
            if (depth > DEPTH_MAX) {
                throw new IllegalArgumentException("Nested too deeply");
            }
            return switch (text.charAt(at)) {
                case '{' -> object(depth);
                case '[' -> array(depth);
                case '"' -> string();
                default -> number();
            };
        }

        private Map<String, Object> object(int depth) {
            var members = new TreeMap<String, Object>();
            at++;
            while (text.charAt(at) != '}') {
                skipComma(members.isEmpty());
                var name = string();
                expect(':');
                members.put(name, value(depth + 1));
            }
            at++;
            return members;
        }

        private List<Object> array(int depth) {
            var items = new ArrayList<>();
            at++;
            while (text.charAt(at) != ']') {
                skipComma(items.isEmpty());
                items.add(value(depth + 1));
            }
            at++;
            return items;
        }

        private String string() {
            expect('"');
            var string = new StringBuilder();
            for (; text.charAt(at) != '"'; at++) {
                string.append(text.charAt(at) == '\\' ? escaped() : text.charAt(at));
            }
            at++;
            return string.toString();
        }

        private char escaped() {
            at++;
            return switch (text.charAt(at)) {
                case 'b' -> '\b';
                case 't' -> '\t';
                case 'n' -> '\n';
                case 'f' -> '\f';
                case 'r' -> '\r';
                case 'u' -> {
                    at += 4;
                    yield (char) Integer.parseInt(text.substring(at - 3, at + 1), 16);
                }
                default -> text.charAt(at);
            };
        }

        private Long number() {
            var from = at;
            while (at < text.length() && "-0123456789".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            return Long.valueOf(text.substring(from, at));
        }

        private void skipComma(boolean first) {
            if (!first) {
                expect(',');
            }
        }

        private void expect(char character) {
            if (text.charAt(at++) != character) {
                throw new IllegalArgumentException("Expected " + character);
            }
        }
    }
}
