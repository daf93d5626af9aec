package io.xunshi.platform.pricing;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Reads one JSON object member by member. A fault is noted with its place, and reading goes on with something that
 * fits, so that all faults are found at once.
 */
final class JsonMembers {
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]{1,39}");
    /** Of years with four digits. */
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    private static final LocalDate LAST = LocalDate.of(2100, 1, 1);

    private final JsonNode json;
    private final String path;
    private final List<BadFormula.Fault> faults;

    JsonMembers(JsonNode json, String path, List<BadFormula.Fault> faults) {
        this.json = json;
        this.path = path;
        this.faults = faults;
        if (!json.isObject()) {
            faults.add(new BadFormula.Fault(path, "no-object"));
        }
    }

    void only(String... names) {
        json.propertyNames().stream()
                .filter(name -> !Arrays.asList(names).contains(name))
                // The caller's own name, which may be anything, is not repeated.
                .findFirst()
                .ifPresent(ignored -> faults.add(new BadFormula.Fault(path, "unknown-member")));
    }

    boolean has(String name) {
        return json.has(name) && !json.path(name).isNull();
    }

    /** One of the words; where it is none, the first, and a fault. */
    String choice(String name, String... words) {
        var node = json.path(name);
        if (node.isString() && Arrays.asList(words).contains(node.asString())) {
            return node.asString();
        }
        fault(name, "no-choice");
        return words.length == 0 ? "" : words[0];
    }

    String word(String name) {
        var node = json.path(name);
        if (node.isString() && WORD.matcher(node.asString()).matches()) {
            return node.asString();
        }
        fault(name, "no-attribute");
        return "";
    }

    long number(String name, long min, long max) {
        var node = json.path(name);
        if (node.isIntegralNumber() && node.canConvertToLong() && node.longValue() >= min && node.longValue() <= max) {
            return node.longValue();
        }
        fault(name, "no-number");
        return min;
    }

    LocalDate day(String name) {
        try {
            var day = LocalDate.parse(json.path(name).asString(""));
            if (!day.isBefore(FIRST) && day.isBefore(LAST)) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // Named below, like a day out of range.
        }
        fault(name, "no-day");
        return FIRST;
    }

    JsonMembers member(String name) {
        return new JsonMembers(json.path(name), at(name), faults);
    }

    List<JsonMembers> list(String name, int min, int max) {
        var node = json.path(name);
        if (!node.isArray() || node.size() < min || node.size() > max) {
            fault(name, "no-list");
            return List.of();
        }
        var members = new ArrayList<JsonMembers>();
        for (int i = 0; i < node.size(); i++) {
            members.add(new JsonMembers(node.get(i), at(name) + "[" + i + "]", faults));
        }
        return members;
    }

    void fault(String name, String rule) {
        faults.add(new BadFormula.Fault(name.isEmpty() ? path : at(name), rule));
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
