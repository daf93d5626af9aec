package io.xunshi.platform.http.web;

import io.xunshi.platform.kernel.ProblemCode;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** All problems of all modules, found by what they are: a module's problems need no entry anywhere. */
@Component
class KnownProblems {
    private static final String OURS = "io.xunshi.platform";

    private final List<ProblemCode> problems;

    KnownProblems() {
        var enums = new ClassPathScanningCandidateComponentProvider(false);
        enums.addIncludeFilter(new AssignableTypeFilter(ProblemCode.class));
        enums.setResourcePattern("**/*Problem.class");
        problems = enums.findCandidateComponents(OURS).stream()
                .map(BeanDefinition::getBeanClassName)
                .map(Objects::requireNonNull)
                .map(name -> ClassUtils.resolveClassName(name, null))
                .flatMap(type -> Stream.of(type.getEnumConstants()))
                .map(ProblemCode.class::cast)
                .sorted(Comparator.comparing(ProblemCode::code))
                .toList();
    }

    /** By code. */
    List<ProblemCode> all() {
        return problems;
    }

    Optional<ProblemCode> named(String code) {
        return problems.stream().filter(problem -> problem.code().equals(code)).findFirst();
    }
}
