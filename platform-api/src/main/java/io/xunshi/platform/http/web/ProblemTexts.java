package io.xunshi.platform.http.web;

import io.xunshi.platform.http.FieldError;
import io.xunshi.platform.http.RefusalTexts;
import io.xunshi.platform.http.web.Refusal.WrongField;
import io.xunshi.platform.kernel.ProblemCode;
import io.xunshi.platform.kernel.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The words of all problems: every module brings <code>messages/&lt;module&gt;.properties</code> in English and <code>
 * _zh_CN</code> in Chinese.
 */
@Component
class ProblemTexts implements RefusalTexts {
    /** As many as any text has places for. */
    private static final List<Object> LEFT_OPEN = Collections.nCopies(5, "…");

    private final MessageSource messages;

    ProblemTexts() throws IOException {
        var bundles = new ResourceBundleMessageSource();
        bundles.setBasenames(basenames());
        bundles.setDefaultEncoding(StandardCharsets.UTF_8.name());
        bundles.setFallbackToSystemLocale(false);
        bundles.setUseCodeAsDefaultMessage(true);
        // Otherwise '' is an apostrophe only in texts that are given arguments.
        bundles.setAlwaysUseMessageFormat(true);
        messages = bundles;
    }

    String title(ProblemCode problem, Locale reader) {
        return text(problem.code() + ".title", List.of(), reader);
    }

    String detail(ProblemCode problem, List<Object> arguments, Locale reader) {
        return text(problem.code() + ".detail", arguments, reader);
    }

    /** The detail without a case at hand: its numbers and things are left open. */
    String advice(ProblemCode problem, Locale reader) {
        return detail(problem, LEFT_OPEN, reader);
    }

    /** What to do about a field that breaks a rule: one of ours, or a module's, which names its key itself. */
    String field(String rule, Locale reader) {
        return text(rule.contains(".") ? rule : "http.field." + rule, List.of(), reader);
    }

    @Override
    public List<FieldError> inWords(ProblemException refused, Locale preferred) {
        var reader = languageOf(preferred);
        var refusal = Refusal.of(refused);
        return refusal.fields().isEmpty()
                ? List.of(new FieldError("", refusal.problem().code(), whole(refusal, reader)))
                : inWords(refusal.fields(), reader);
    }

    List<FieldError> inWords(List<WrongField> fields, Locale reader) {
        return fields.stream()
                .map(wrong -> new FieldError(
                        wrong.field(),
                        wrong.rule(),
                        wrong.message().isEmpty() ? field(wrong.rule(), reader) : wrong.message()))
                .toList();
    }

    private String whole(Refusal refusal, Locale reader) {
        var between = reader.equals(Locale.ENGLISH) ? ". " : "。";
        return title(refusal.problem(), reader) + between + detail(refusal.problem(), refusal.arguments(), reader);
    }

    /** The language that we can answer in: Chinese unless the reader prefers English. */
    static Locale languageOf(Locale preferred) {
        return preferred.getLanguage().equals(Locale.ENGLISH.getLanguage())
                ? Locale.ENGLISH
                : Locale.SIMPLIFIED_CHINESE;
    }

    private String text(String key, List<Object> arguments, Locale reader) {
        return messages.getMessage(key, arguments.toArray(), reader);
    }

    private static String[] basenames() throws IOException {
        return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties"))
                .map(Resource::getFilename)
                .map(Objects::requireNonNull)
                .filter(file -> !file.endsWith("_zh_CN.properties"))
                .map(file -> "messages." + file.substring(0, file.length() - ".properties".length()))
                .distinct()
                .toArray(String[]::new);
    }
}
