package io.xunshi.platform.catalog.usecase;

import io.xunshi.platform.catalog.Checklist;
import io.xunshi.platform.catalog.Checklist.Choice;
import io.xunshi.platform.catalog.Checklist.Question;
import io.xunshi.platform.catalog.Checklist.Shot;
import io.xunshi.platform.catalog.ConditionGrade;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The checklists out of <code>reference/condition_checklists.json</code>, with the ranks of the grades they name. */
final class ChecklistFile {
    private static final String FILE = "/reference/condition_checklists.json";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ChecklistFile() {}

    /** @throws IllegalStateException where the file contradicts itself, the grades or the leaves */
    static List<Checklist> read(Map<String, ConditionGrade> grades, Collection<String> leaves) {
        try (var stream = Objects.requireNonNull(ChecklistFile.class.getResourceAsStream(FILE), FILE)) {
            var checklists = Stream.of(JSON.readValue(stream, Entry[].class))
                    .map(entry -> entry.checklist(grades))
                    .toList();
            checklists.forEach(checklist -> check(checklist, leaves));
            checkDistinct(checklists.stream().map(one -> one.code() + "@" + one.edition()), "editions");
            checkDistinct(
                    checklists.stream()
                            .flatMap(one -> one.categories().stream().map(category -> category + "@" + one.edition())),
                    "checklists of a category");
            return checklists;
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    private static void check(Checklist checklist, Collection<String> leaves) {
        require(leaves.containsAll(checklist.categories()), checklist, "is about no leaf");
        var shots = checklist.shots().stream().map(Shot::code).toList();
        checkDistinct(shots.stream(), "shots of " + checklist.code());
        checkDistinct(checklist.questions().stream().map(Question::code), "questions of " + checklist.code());
        for (var question : checklist.questions()) {
            var choices = question.choices();
            checkDistinct(choices.stream().map(Choice::code), "answers to " + question.code());
            var ranks = choices.stream().map(Choice::rank).toList();
            require(ranks.equals(ranks.stream().sorted().toList()), checklist, "does not ask for the best first");
            choices.stream()
                    .map(Choice::shot)
                    .filter(Objects::nonNull)
                    .forEach(shot -> require(shots.contains(shot), checklist, "wants a shot that it does not name"));
        }
    }

    private static void require(boolean holds, Checklist checklist, String otherwise) {
        if (!holds) {
            throw new IllegalStateException("The checklist " + checklist.code() + " " + otherwise);
        }
    }

    private static void checkDistinct(Stream<String> codes, String what) {
        var seen = new HashSet<String>();
        codes.filter(code -> !seen.add(code)).findAny().ifPresent(code -> {
            throw new IllegalStateException("Two " + what + " share a code: " + code);
        });
    }

    private record Entry(
            String code,
            int edition,
            boolean required,
            List<String> categories,
            List<Asked> questions,
            List<Shot> shots) {
        Checklist checklist(Map<String, ConditionGrade> grades) {
            return new Checklist(
                    code,
                    edition,
                    required,
                    categories,
                    questions.stream().map(asked -> asked.question(grades)).toList(),
                    shots);
        }
    }

    private record Asked(String code, String nameZh, String nameEn, List<Answer> choices) {
        Question question(Map<String, ConditionGrade> grades) {
            return new Question(
                    code,
                    nameZh,
                    nameEn,
                    choices.stream().map(answer -> answer.choice(grades)).toList());
        }
    }

    private record Answer(
            String code,
            String nameZh,
            String nameEn,
            String grade,
            @Nullable String shot) {
        Choice choice(Map<String, ConditionGrade> grades) {
            var best = Objects.requireNonNull(grades.get(grade), () -> "No condition grade " + grade);
            return new Choice(code, nameZh, nameEn, grade, best.rank(), shot);
        }
    }
}
