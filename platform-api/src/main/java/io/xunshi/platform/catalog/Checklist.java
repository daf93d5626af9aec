package io.xunshi.platform.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is asked about the condition of goods (成色问卷), so that their grade follows from answers instead of moods. An
 * edition that was published never changes: promises were made in its words.
 *
 * @param edition counts from 1; the newest is asked, the others are there to read old answers
 * @param required whether goods are not published without all answers and the required shots
 * @param categories leaves
 * @param shots which pictures should be there
 */
public record Checklist(
        String code,
        int edition,
        boolean required,
        List<String> categories,
        List<Question> questions,
        List<Shot> shots) {

    public Checklist {
        categories = List.copyOf(categories);
        questions = List.copyOf(questions);
        shots = List.copyOf(shots);
    }

    /**
     * The answer that decides the grade: the worst one. More answers, or worse ones, never lead to a better grade.
     * Empty where no question is answered.
     */
    public Optional<Choice> decidingAnswer(Map<String, String> answers) {
        return chosen(answers).max(Comparator.comparingInt(Choice::rank));
    }

    /** The shots that answers ask for besides the {@link Shot#required()} ones: whoever names a flaw shows it. */
    public Stream<Shot> shotsFor(Map<String, String> answers) {
        var shown = chosen(answers).map(Choice::shot).toList();
        return shots.stream().filter(shot -> shot.required() || shown.contains(shot.code()));
    }

    public Optional<Question> question(String asked) {
        return questions.stream()
                .filter(question -> question.code().equals(asked))
                .findFirst();
    }

    private Stream<Choice> chosen(Map<String, String> answers) {
        return questions.stream().flatMap(question -> question.choice(answers.get(question.code())).stream());
    }

    /** @param choices the best answer first */
    public record Question(String code, String nameZh, String nameEn, List<Choice> choices) {
        public Question {
            choices = List.copyOf(choices);
        }

        public Optional<Choice> choice(@Nullable String answer) {
            return choices.stream()
                    .filter(choice -> choice.code().equals(answer))
                    .findFirst();
        }
    }

    /**
     * @param grade the best condition grade that a thing of which this is true can have
     * @param rank of that grade; 1 is the best
     * @param shot the picture that proves it; null where there is nothing to show
     */
    public record Choice(
            String code,
            String nameZh,
            String nameEn,
            String grade,
            int rank,
            @Nullable String shot) {}

    /** A picture that buyers look for. */
    public record Shot(String code, String nameZh, String nameEn, boolean required) {}
}
