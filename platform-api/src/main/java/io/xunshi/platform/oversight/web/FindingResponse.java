package io.xunshi.platform.oversight.web;

import io.xunshi.platform.oversight.usecase.AnswerQuestion.Answer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of an answer, without people.
 *
 * @param subject the trade whose page shows more; null where there is none
 * @param organisation its name; empty where there is none
 * @param positions of its records in the log
 */
record FindingResponse(
        String code,
        @Nullable UUID subject,
        String organisation,
        Instant at,
        List<FactResponse> facts,
        List<Long> positions) {

    static FindingResponse of(Answer answer) {
        var finding = answer.finding();
        return new FindingResponse(
                finding.code(),
                finding.subject(),
                answer.organisation(),
                finding.at(),
                finding.facts().entrySet().stream()
                        .map(fact -> new FactResponse(fact.getKey(), fact.getValue()))
                        .toList(),
                answer.positions());
    }

    /** @param value grams, fen, a day, true or false, or a code */
    record FactResponse(String name, String value) {}
}
