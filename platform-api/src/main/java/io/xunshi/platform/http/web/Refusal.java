package io.xunshi.platform.http.web;

import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.http.HttpProblem;
import io.xunshi.platform.kernel.ProblemCategory;
import io.xunshi.platform.kernel.ProblemCode;
import io.xunshi.platform.kernel.ProblemException;
import java.util.List;
import java.util.Map;

/**
 * A refusal ready to be written: which problem, which status, and what the document says besides.
 *
 * @param fields wrong fields, not yet in words
 */
record Refusal(
        ProblemCode problem,
        int status,
        List<Object> arguments,
        Map<String, Object> extensions,
        List<WrongField> fields) {

    static Refusal of(ProblemException refused) {
        if (refused.extensions().get(FieldFault.EXTENSION) instanceof List<?> faults) {
            return ofFields(faults.stream()
                    .map(FieldFault.class::cast)
                    .map(fault -> new WrongField(fault.field(), fault.rule(), ""))
                    .toList());
        }
        return new Refusal(
                refused.problem(), statusOf(refused.problem()), refused.arguments(), refused.extensions(), List.of());
    }

    static Refusal of(ProblemCode problem, Object... arguments) {
        return new Refusal(problem, statusOf(problem), List.of(arguments), Map.of(), List.of());
    }

    static Refusal ofFields(List<WrongField> fields) {
        return new Refusal(HttpProblem.INVALID, statusOf(HttpProblem.INVALID), List.of(), Map.of(), fields);
    }

    static int statusOf(ProblemCode problem) {
        return switch (problem) {
            case HttpProblem.METHOD_NOT_ALLOWED -> 405;
            case HttpProblem.NOT_ACCEPTABLE -> 406;
            case HttpProblem.UNSUPPORTED_MEDIA_TYPE -> 415;
            case HttpProblem.INTERNAL -> 500;
            default -> statusOf(problem.category());
        };
    }

    private static int statusOf(ProblemCategory category) {
        return switch (category) {
            case INVALID -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case STALE -> 412;
            case TOO_LARGE -> 413;
            case UNPROCESSABLE -> 422;
            case PRECONDITION_REQUIRED -> 428;
            case LIMITED -> 429;
            case UNAVAILABLE -> 503;
        };
    }

    /**
     * A field that breaks a rule.
     *
     * @param rule the rule's word, <code>Size</code> or <code>unknown</code>
     * @param message from the validator; empty where our own texts have it
     */
    record WrongField(String field, String rule, String message) {}
}
