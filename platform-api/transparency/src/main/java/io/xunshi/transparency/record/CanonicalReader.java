package io.xunshi.transparency.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a text that {@link CanonicalJson#write} could have written, and refuses any other as soon as it differs: white
 * space, names that are out of order or there twice, escapes that are not needed, numbers with zeros in front. So what
 * was read need not be written again to be compared.
 */
final class CanonicalReader {
    private static final int DEPTH_MAX = 16;
    private static final int HEX = 16;
    private static final int ESCAPED_DIGITS = 4;

    private final String text;
    private int at;

    CanonicalReader(String text) {
        this.text = text;
    }

    /**
     * All of it.
     *
     * @throws IllegalArgumentException where it is not canonical
     */
    Object value() {
        var value = value(0);
        if (at != text.length()) {
            throw notCanonical();
        }
        return value;
    }

    private Object value(int depth) {
        if (depth > DEPTH_MAX) {
            throw notCanonical();
        }
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            default -> number();
        };
    }

    private Map<String, Object> object(int depth) {
        var members = new LinkedHashMap<String, Object>();
        at++;
        for (String last = null; peek() != '}'; ) {
            if (last != null) {
                expect(',');
            }
            var name = string();
            // Java compares strings by UTF-16 code units, which is the order that JCS asks for.
            if (last != null && last.compareTo(name) >= 0) {
                throw notCanonical();
            }
            expect(':');
            members.put(name, value(depth + 1));
            last = name;
        }
        at++;
        return members;
    }

    private List<Object> array(int depth) {
        var items = new ArrayList<>();
        at++;
        while (peek() != ']') {
            if (!items.isEmpty()) {
                expect(',');
            }
            items.add(value(depth + 1));
        }
        at++;
        return items;
    }

    private String string() {
        expect('"');
        for (int from = at; ; at++) {
            var character = peek();
            if (character == '"') {
                return text.substring(from, at++);
            }
            if (character == '\\' || character < ' ') {
                return stringWithEscapes(from);
            }
        }
    }

    private String stringWithEscapes(int from) {
        var string = new StringBuilder().append(text, from, at);
        for (; peek() != '"'; at++) {
            if (peek() < ' ') {
                throw notCanonical();
            }
            string.append(peek() == '\\' ? escaped() : peek());
        }
        at++;
        return string.toString();
    }

    /** Leaves off at its last character. */
    private char escaped() {
        at++;
        return switch (peek()) {
            case '"' -> '"';
            case '\\' -> '\\';
            case 'b' -> '\b';
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'f' -> '\f';
            case 'r' -> '\r';
            case 'u' -> controlCharacter();
            default -> throw notCanonical();
        };
    }

    /** Those alone that have no shorter way to be written. */
    private char controlCharacter() {
        var end = at + ESCAPED_DIGITS;
        if (end >= text.length()) {
            throw notCanonical();
        }
        var digits = text.substring(at + 1, end + 1);
        var character = 0;
        for (int i = 0; i < ESCAPED_DIGITS; i++) {
            var digit = "0123456789abcdef".indexOf(digits.charAt(i));
            if (digit < 0) {
                throw notCanonical();
            }
            character = character * HEX + digit;
        }
        if (character >= ' ' || "\b\t\n\f\r".indexOf(character) >= 0) {
            throw notCanonical();
        }
        at = end;
        return (char) character;
    }

    private Long number() {
        var from = at;
        var isNegative = peek() == '-';
        if (isNegative) {
            at++;
        }
        var first = at;
        var value = 0L;
        for (; at < text.length() && '0' <= text.charAt(at) && text.charAt(at) <= '9'; at++) {
            value = value * 10 + text.charAt(at) - '0';
            if (value > CanonicalJson.NUMBER_MAX) {
                throw notCanonical();
            }
        }
        var isWithoutZeroInFront = at > first && (text.charAt(first) != '0' || at - from == 1);
        if (!isWithoutZeroInFront) {
            throw notCanonical();
        }
        return isNegative ? -value : value;
    }

    private void expect(char character) {
        if (peek() != character) {
            throw notCanonical();
        }
        at++;
    }

    private char peek() {
        if (at >= text.length()) {
            throw new IllegalArgumentException("Cut off");
        }
        return text.charAt(at);
    }

    private IllegalArgumentException notCanonical() {
        return new IllegalArgumentException("Not canonical JSON at character " + at);
    }
}
