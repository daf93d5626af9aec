package io.xunshi.transparency.auction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON as an API answers it (RFC 8259), as far as whole numbers go. A value that is not what it is asked for is a
 * {@link Contradiction}.
 */
public final class JsonValue {
    private final @Nullable Object value;
    private final String name;

    private JsonValue(@Nullable Object value, String name) {
        this.value = value;
        this.name = name;
    }

    public static JsonValue read(String text) throws Contradiction {
        try {
            var reader = new Reader(text);
            var value = reader.value();
            if (reader.isAtEnd()) {
                return new JsonValue(value, "the answer");
            }
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw new Contradiction("It is no JSON: " + e.getMessage());
        }
        throw new Contradiction("It is no JSON");
    }

    /** A member that is there, be it null. */
    public JsonValue get(String member) throws Contradiction {
        if (value instanceof Map<?, ?> members && members.containsKey(member)) {
            return new JsonValue(members.get(member), member);
        }
        throw new Contradiction(name + " has no " + member);
    }

    public boolean isNull() {
        return value == null;
    }

    public String text() throws Contradiction {
        if (value instanceof String text) {
            return text;
        }
        throw new Contradiction(name + " is no text");
    }

    public long number() throws Contradiction {
        if (value instanceof Long number) {
            return number;
        }
        throw new Contradiction(name + " is no whole number");
    }

    public boolean flag() throws Contradiction {
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw new Contradiction(name + " is neither true nor false");
    }

    /** A text, a number, true or false, as it is written in a line. */
    public String written() throws Contradiction {
        if (value instanceof String || value instanceof Long || value instanceof Boolean) {
            return value.toString();
        }
        throw new Contradiction(name + " is no word");
    }

    public List<JsonValue> items() throws Contradiction {
        if (value instanceof List<?> items) {
            return items.stream().map(item -> new JsonValue(item, name)).toList();
        }
        throw new Contradiction(name + " is no list");
    }

    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        boolean isAtEnd() {
            return next() == '\0';
        }

        @Nullable
        Object value() throws Contradiction {
            return switch (next()) {
                case '{' -> object();
                case '[' -> array();
                case '"' -> string();
                case 't' -> word("true", true);
                case 'f' -> word("false", false);
                case 'n' -> word("null", null);
                default -> number();
            };
        }

        private Map<String, @Nullable Object> object() throws Contradiction {
            var members = new HashMap<String, @Nullable Object>();
            at++;
            while (next() != '}') {
                comma(members.isEmpty());
                var member = string();
                expect(':');
                members.put(member, value());
            }
            at++;
            return members;
        }

        private List<@Nullable Object> array() throws Contradiction {
            var items = new ArrayList<@Nullable Object>();
            at++;
            while (next() != ']') {
                comma(items.isEmpty());
                items.add(value());
            }
            at++;
            return items;
        }

        private void comma(boolean isFirst) throws Contradiction {
            if (!isFirst) {
                expect(',');
            }
        }

        private String string() throws Contradiction {
            expect('"');
            var read = new StringBuilder();
            while (text.charAt(at) != '"') {
                read.append(text.charAt(at) == '\\' ? escaped() : text.charAt(at));
                at++;
            }
            at++;
            return read.toString();
        }

        private char escaped() {
            at++;
            return switch (text.charAt(at)) {
                case 'n' -> '\n';
                case 't' -> '\t';
                case 'r' -> '\r';
                case 'b' -> '\b';
                case 'f' -> '\f';
                case 'u' -> {
                    at += 4;
                    yield (char) Integer.parseInt(text.substring(at - 3, at + 1), 16);
                }
                default -> text.charAt(at);
            };
        }

        private Object number() {
            int start = at;
            while (at < text.length() && "-0123456789".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            return Long.valueOf(text.substring(start, at));
        }

        private @Nullable Object word(String word, @Nullable Object meant) throws Contradiction {
            if (!text.startsWith(word, at)) {
                throw new Contradiction("It is no JSON at " + at);
            }
            at += word.length();
            return meant;
        }

        private void expect(char character) throws Contradiction {
            if (next() != character) {
                throw new Contradiction("It is no JSON at " + at);
            }
            at++;
        }

        /** After any blanks; the character zero at the end. */
        private char next() {
            while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            return at < text.length() ? text.charAt(at) : '\0';
        }
    }
}
