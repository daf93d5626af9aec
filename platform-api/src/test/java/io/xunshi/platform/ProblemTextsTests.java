package io.xunshi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import io.xunshi.platform.kernel.ProblemCode;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every refusal says in both languages what to do, and docs/problem-map.md lists them all. */
class ProblemTextsTests {
    private static final Path PROBLEM_MAP = Path.of("docs/problem-map.md");

    static Stream<ProblemCode> problems() {
        return OurClasses.stream()
                .filter(type -> type.isEnum() && type.isAssignableTo(ProblemCode.class))
                .map(JavaClass::reflect)
                .flatMap(type -> Stream.of(type.getEnumConstants()))
                .map(ProblemCode.class::cast)
                .sorted(Comparator.comparing(ProblemCode::code));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void everyProblemHasItsTextsInBothLanguages(ProblemCode problem) {
        for (var language : new String[] {"", "_zh_CN"}) {
            var texts = bundleOf(problem, language);
            assertThat(texts.getProperty(problem.code() + ".title")).isNotBlank();
            assertThat(texts.getProperty(problem.code() + ".detail")).isNotBlank();
        }
    }

    @Test
    void theProblemMapIsUpToDate() throws IOException {
        var current = problems()
                .map(problem -> "| `%s` | %s | %s |"
                        .formatted(
                                problem.code(),
                                problem.category(),
                                bundleOf(problem, "").getProperty(problem.code() + ".title")))
                .collect(Collectors.joining("\n", "| Code | Category | Title |\n|---|---|---|\n", "\n"));
        if (Boolean.getBoolean("update-docs")) {
            Files.writeString(PROBLEM_MAP, current);
        }
        assertThat(current).as("run mvn test -Dupdate-docs=true").isEqualTo(Files.readString(PROBLEM_MAP));
    }

    private static Properties bundleOf(ProblemCode problem, String language) {
        var module = problem.code().substring(0, problem.code().indexOf('.'));
        var file = "/messages/" + module + language + ".properties";
        try (var stream = Objects.requireNonNull(ProblemTextsTests.class.getResourceAsStream(file), file)) {
            var texts = new Properties();
            texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
