package io.xunshi.platform.listing;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an owner answered about the condition of a thing (成色自评), in the words of one edition of a checklist. What was
 * not asked or not answered is not in it.
 *
 * @param checklist its code
 * @param answers the chosen answer by question
 * @param shots by shot, the photo that shows it
 */
public record ConditionReport(String checklist, int edition, Map<String, String> answers, Map<String, UUID> shots) {

    public ConditionReport {
        checklist = Objects.requireNonNullElse(checklist, "");
        answers = present(answers);
        shots = present(shots);
    }

    /** With the order of the questions' codes, so that the same answers are always written alike. */
    public Map<String, String> answersInOrder() {
        return new TreeMap<>(answers);
    }

    private static <T> Map<String, T> present(@Nullable Map<String, T> given) {
        return given == null
                ? Map.of()
                : given.entrySet().stream()
                        .filter(entry -> entry.getValue() != null)
                        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
