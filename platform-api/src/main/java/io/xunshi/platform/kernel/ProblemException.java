package io.xunshi.platform.kernel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A refusal on its way to the caller. Carries no stack trace: it is an answer, not an accident. */
public final class ProblemException extends RuntimeException {
    private final transient ProblemCode problem;
    private final transient List<Object> arguments;
    private final transient Map<String, Object> extensions;

    ProblemException(ProblemCode problem, List<Object> arguments, Map<String, Object> extensions) {
        super(problem.code(), null, false, false);
        this.problem = problem;
        this.arguments = List.copyOf(arguments);
        this.extensions = Map.copyOf(extensions);
    }

    public ProblemCode problem() {
        return problem;
    }

    /** The {0}, {1} … of the problem's texts. */
    public List<Object> arguments() {
        return arguments;
    }

    /** Members that the problem document carries besides those of RFC 9457. */
    public Map<String, Object> extensions() {
        return extensions;
    }

    /** The same refusal with one more member in its document. */
    public ProblemException with(String name, Object value) {
        var more = new HashMap<>(extensions);
        more.put(name, value);
        return new ProblemException(problem, arguments, more);
    }
}
