package io.xunshi.platform.http.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.HttpProblem;
import io.xunshi.platform.kernel.ProblemCategory;
import io.xunshi.platform.kernel.ProblemCode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What each refusal means, in the reader's language; the pages below <code>/problems</code> show it. */
@RestController
@RequestMapping("/api/v1/problems")
class ProblemController {
    private static final CacheControl KEEP =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    private final KnownProblems problems;
    private final ProblemTexts texts;

    ProblemController(KnownProblems problems, ProblemTexts texts) {
        this.problems = problems;
        this.texts = texts;
    }

    @GetMapping
    @Access(Caller.PUBLIC)
    ResponseEntity<List<KnownProblem>> all(Locale preferred) {
        var reader = ProblemTexts.languageOf(preferred);
        return kept(
                reader,
                problems.all().stream()
                        .map(problem -> described(problem, reader))
                        .toList());
    }

    @GetMapping("/{code}")
    @Access(Caller.PUBLIC)
    ResponseEntity<KnownProblem> one(@PathVariable String code, Locale preferred) {
        var reader = ProblemTexts.languageOf(preferred);
        var problem = problems.named(code).orElseThrow(HttpProblem.NOT_FOUND::raise);
        return kept(reader, described(problem, reader));
    }

    private KnownProblem described(ProblemCode problem, Locale reader) {
        return new KnownProblem(
                problem.code(),
                problem.category(),
                Refusal.statusOf(problem),
                texts.title(problem, reader),
                texts.advice(problem, reader));
    }

    private static <T> ResponseEntity<T> kept(Locale reader, T body) {
        return ResponseEntity.ok()
                .cacheControl(KEEP)
                .header(HttpHeaders.CONTENT_LANGUAGE, reader.toLanguageTag())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .body(body);
    }

    /**
     * A way to be refused.
     *
     * @param status HTTP's
     * @param detail what to do; <code>…</code> stands where a refusal names a number or a thing
     */
    record KnownProblem(String code, ProblemCategory category, int status, String title, String detail) {}
}
