package io.xunshi.platform.catalog.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.catalog.Catalog;
import io.xunshi.platform.catalog.Checklist;
import io.xunshi.platform.catalog.Checklist.Choice;
import io.xunshi.platform.catalog.Checklist.Question;
import io.xunshi.platform.catalog.Checklist.Shot;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ChecklistTests {
    private static final int ROUNDS = 2_000;

    private final Catalog catalog = CatalogOfTests.catalog();
    private final Checklist phone = catalog.checklistFor("mobile-phone").orElseThrow();

    @Test
    void theWorstAnswerDecidesTheGrade() {
        var answers = new HashMap<>(Map.of("screen", "clean", "body", "light"));
        assertThat(gradeOf(phone, answers)).isEqualTo("GOOD");

        answers.put("battery", "dead");
        assertThat(gradeOf(phone, answers)).isEqualTo("FOR_PARTS");
    }

    @Test
    void withoutAnAnswerThereIsNoGrade() {
        assertThat(phone.decidingAnswer(Map.of())).isEmpty();
        assertThat(phone.decidingAnswer(Map.of("smell", "none", "screen", "made up")))
                .isEmpty();
    }

    @Test
    void aWorseAnswerNeverGivesABetterGrade() {
        var random = new Random(7);
        for (int round = 0; round < ROUNDS; round++) {
            var checklist = oneOf(catalog.checklists(), random);
            var question = oneOf(checklist.questions(), random);
            var worse = random.nextInt(question.choices().size());
            var better = random.nextInt(worse + 1);
            var answers = someAnswers(checklist, random);

            var atBest = rankWith(checklist, answers, question, better);
            assertThat(rankWith(checklist, answers, question, worse))
                    .as("%s %s to %s", checklist.code(), answers, question.code())
                    .isGreaterThanOrEqualTo(atBest);
        }
    }

    @Test
    void oneMoreAnswerNeverGivesABetterGrade() {
        var random = new Random(11);
        for (int round = 0; round < ROUNDS; round++) {
            var checklist = oneOf(catalog.checklists(), random);
            var answers = someAnswers(checklist, random);
            var before = rankOf(checklist, answers);
            var question = oneOf(checklist.questions(), random);
            answers.putIfAbsent(
                    question.code(), oneOf(question.choices(), random).code());

            assertThat(rankOf(checklist, answers)).isGreaterThanOrEqualTo(before);
        }
    }

    @Test
    void everyGradeCanBeReached() {
        for (var checklist : catalog.checklists()) {
            assertThat(checklist.questions())
                    .as(checklist.code())
                    .allMatch(question -> question.choices().getFirst().grade().equals("NEW"));
        }
    }

    @Test
    void whoNamesAFlawShowsIt() {
        assertThat(phone.shotsFor(Map.of("screen", "clean")).map(Shot::code)).containsExactly("front", "back");
        assertThat(phone.shotsFor(Map.of("screen", "cracked")).map(Shot::code))
                .containsExactly("front", "back", "defect");
    }

    @Test
    void everyTextStandsInBothLanguages() {
        for (var checklist : catalog.checklists()) {
            assertThat(checklist.questions()).allMatch(one -> isSaid(one.nameZh(), one.nameEn()));
            assertThat(checklist.questions().stream().flatMap(one -> one.choices().stream()))
                    .allMatch(one -> isSaid(one.nameZh(), one.nameEn()));
            assertThat(checklist.shots()).allMatch(one -> isSaid(one.nameZh(), one.nameEn()));
        }
    }

    /** Promises were made in its words: what has to be asked otherwise is the next edition. */
    @Test
    void theFirstEditionStaysWhatItIs() throws Exception {
        var words = catalog.checklists().stream()
                .filter(checklist -> checklist.edition() == 1)
                .map(Checklist::toString)
                .sorted()
                .collect(Collectors.joining("\n"));
        var digest = MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));

        assertThat(HexFormat.of().formatHex(digest)).startsWith("69e97377");
    }

    private static boolean isSaid(String zh, String en) {
        return !zh.isBlank() && !en.isBlank();
    }

    private static Map<String, String> someAnswers(Checklist checklist, Random random) {
        var answers = new HashMap<String, String>();
        checklist.questions().stream()
                .filter(question -> random.nextBoolean())
                .forEach(question -> answers.put(
                        question.code(), oneOf(question.choices(), random).code()));
        return answers;
    }

    private static int rankWith(Checklist checklist, Map<String, String> answers, Question question, int choice) {
        var changed = new HashMap<>(answers);
        changed.put(question.code(), question.choices().get(choice).code());
        return rankOf(checklist, changed);
    }

    private static int rankOf(Checklist checklist, Map<String, String> answers) {
        return checklist.decidingAnswer(answers).map(Choice::rank).orElse(0);
    }

    private static String gradeOf(Checklist checklist, Map<String, String> answers) {
        return checklist.decidingAnswer(answers).map(Choice::grade).orElseThrow();
    }

    private static <T> T oneOf(List<T> things, Random random) {
        return things.get(random.nextInt(things.size()));
    }
}
