package io.xunshi.platform.http.web;

import io.xunshi.platform.http.HttpProblem;
import io.xunshi.platform.http.PageHead;
import io.xunshi.platform.http.PageHeads;
import io.xunshi.platform.kernel.ProblemCode;
import java.util.Locale;
import java.util.Objects;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/** Where the <code>type</code> of every problem document leads. */
@Component
class ProblemPageHead implements PageHeads {
    private static final PathPattern PROBLEM = PathPatternParser.defaultInstance.parse("/problems/{code}");

    private final KnownProblems problems;
    private final ProblemTexts texts;

    ProblemPageHead(KnownProblems problems, ProblemTexts texts) {
        this.problems = problems;
        this.texts = texts;
    }

    @Override
    public PathPattern pages() {
        return PROBLEM;
    }

    @Override
    public Mono<PageHead> headOf(PathContainer path, Locale reader) {
        var variables = Objects.requireNonNull(PROBLEM.matchAndExtract(path)).getUriVariables();
        return Mono.justOrEmpty(problems.named(Objects.requireNonNull(variables.get("code"))))
                .map(problem -> head(problem, reader))
                .switchIfEmpty(Mono.error(HttpProblem.NOT_FOUND::raise));
    }

    private PageHead head(ProblemCode problem, Locale reader) {
        return new PageHead(
                "/problems/" + problem.code(), texts.title(problem, reader), texts.advice(problem, reader), null, null);
    }
}
