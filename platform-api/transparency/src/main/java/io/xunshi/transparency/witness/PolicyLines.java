package io.xunshi.transparency.witness;

import io.xunshi.transparency.note.VerifierKey;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a policy line by line: whatever a line names was defined above it. */
final class PolicyLines {
    private static final String NONE = "none";

    private final List<VerifierKey> logs = new ArrayList<>();
    private final List<Witness> witnesses = new ArrayList<>();
    private final Map<String, Quorum> defined = new HashMap<>();
    private final Set<String> members = new HashSet<>();
    private @Nullable Quorum quorum;

    private PolicyLines() {}

    static TrustPolicy read(String text) {
        var policy = new PolicyLines();
        var number = 0;
        for (var line : text.split("\n", -1)) {
            number++;
            try {
                policy.add(line);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("Line %d: %s".formatted(number, e.getMessage()), e);
            }
        }
        if (policy.quorum == null) {
            throw new IllegalArgumentException("A policy says its quorum");
        }
        return new TrustPolicy(policy.logs, policy.witnesses, policy.quorum, text);
    }

    private void add(String line) {
        if (line.chars().anyMatch(character -> character < ' ' && character != '\t')) {
            throw new IllegalArgumentException("has a control character");
        }
        var words =
                Stream.of(line.split("[ \t]+")).filter(word -> !word.isEmpty()).toList();
        if (words.isEmpty() || words.getFirst().startsWith("#")) {
            return;
        }
        switch (words.getFirst()) {
            case "log" -> addLog(between(words, 2, 3));
            case "witness" -> addWitness(between(words, 3, 4));
            case "group" -> addGroup(between(words, 4, Integer.MAX_VALUE));
            case "quorum" -> setQuorum(between(words, 2, 2).get(1));
            default -> throw new IllegalArgumentException("begins with none of log, witness, group and quorum");
        }
    }

    private static List<String> between(List<String> words, int min, int max) {
        if (words.size() < min || words.size() > max) {
            throw new IllegalArgumentException("has %d words".formatted(words.size()));
        }
        return words;
    }

    private void addLog(List<String> words) {
        var key = VerifierKey.parse(words.get(1));
        if (logs.stream().anyMatch(key::isSameKeyAs)) {
            throw new IllegalArgumentException("repeats a log's key");
        }
        logs.add(key);
    }

    private void addWitness(List<String> words) {
        var key = VerifierKey.parse(words.get(2));
        if (witnesses.stream().map(Witness::key).anyMatch(key::isSameKeyAs)) {
            throw new IllegalArgumentException("repeats a witness's key");
        }
        var witness = new Witness(words.get(1), key, words.size() > 3 ? URI.create(words.get(3)) : null);
        define(witness.name(), new Quorum.One(witness));
        witnesses.add(witness);
    }

    private void addGroup(List<String> words) {
        var names = words.subList(3, words.size());
        var group = new Quorum.Group(
                needed(words.get(2), names.size()),
                names.stream().map(this::member).toList());
        define(words.get(1), group);
    }

    private static int needed(String word, int members) {
        return switch (word) {
            case "all" -> members;
            case "any" -> 1;
            default -> number(word);
        };
    }

    private static int number(String word) {
        if (!word.matches("[1-9][0-9]{0,3}")) {
            throw new IllegalArgumentException("needs all, any or a number of members");
        }
        return Integer.parseInt(word);
    }

    /** Each is a member once, so that nobody counts twice. */
    private Quorum member(String name) {
        if (!members.add(name)) {
            throw new IllegalArgumentException(name + " is a member twice");
        }
        return find(name);
    }

    private void setQuorum(String name) {
        if (quorum != null) {
            throw new IllegalArgumentException("is a second quorum");
        }
        quorum = name.equals(NONE) ? new Quorum.None() : find(name);
    }

    private void define(String name, Quorum meaning) {
        if (name.equals(NONE) || defined.putIfAbsent(name, meaning) != null) {
            throw new IllegalArgumentException(name + " is defined twice");
        }
    }

    private Quorum find(String name) {
        var quorumOfName = defined.get(name);
        if (quorumOfName == null) {
            throw new IllegalArgumentException(name + " is not defined above");
        }
        return quorumOfName;
    }
}
