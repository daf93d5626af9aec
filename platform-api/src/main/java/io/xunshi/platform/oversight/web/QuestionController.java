package io.xunshi.platform.oversight.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.oversight.usecase.AnswerQuestion;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Saved queries of the audit questions. */
@RestController
@RequestMapping("/api/v1/oversight/questions")
class QuestionController {
    private final AnswerQuestion answerQuestion;

    QuestionController(AnswerQuestion answerQuestion) {
        this.answerQuestion = answerQuestion;
    }

    /**
     * What was found, newest first, at most two hundred; without people.
     *
     * @param first day in the city, as the last, which is included
     */
    @GetMapping("/{number}/findings")
    @Access(Caller.REGULATOR)
    Mono<List<FindingResponse>> findings(
            @PathVariable int number, @RequestParam LocalDate first, @RequestParam LocalDate last) {
        return answerQuestion
                .answer(number, first, last)
                .map(answers -> answers.stream().map(FindingResponse::of).toList());
    }
}
