package io.xunshi.platform.exchange.usecase;

import io.xunshi.platform.catalog.District;
import io.xunshi.platform.catalog.Material;
import io.xunshi.platform.catalog.QualityAttribute;
import io.xunshi.platform.exchange.domain.LotColumn;
import io.xunshi.platform.exchange.domain.SheetCell;
import io.xunshi.platform.organisation.TradeArea;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/**
 * The words of tables of lots. They are written in Chinese or in English, and read in either, whatever the reader's
 * language; our codes are read, too.
 */
@Component
class SheetWords {
    static final List<Locale> LANGUAGES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

    private final ResourceBundleMessageSource texts = new ResourceBundleMessageSource();

    SheetWords() {
        texts.setBasename("messages.exchange");
        texts.setDefaultEncoding(StandardCharsets.UTF_8.name());
        texts.setFallbackToSystemLocale(false);
    }

    String heading(LotColumn column, Locale language) {
        return text("column." + column.name(), language);
    }

    /** <code>质量:铝 (al_pct)</code>: a name for people, and the code that is read. */
    String heading(QualityAttribute attribute, Locale language) {
        return "%s:%s (%s)".formatted(text("quality", language), nameOf(attribute, language), attribute.code());
    }

    /** What to write into a column. */
    String note(LotColumn column, Locale language) {
        return text("note." + column.name(), language);
    }

    /** Whether it has to be said, in what unit, and which answers there are. */
    String note(QualityAttribute attribute, Locale language) {
        var whether = text(attribute.required() ? "required" : "optional", language);
        var answers = switch (attribute.type()) {
            case BOOLEAN -> Stream.of("true", "false");
            case CHOICE -> attribute.choices().stream();
            case DECIMAL, INTEGER, TEXT, SHARES, WORDS -> Stream.<String>of();
        };
        return Stream.of(
                        Stream.of(whether),
                        Stream.ofNullable(attribute.unit()),
                        answers.map(code -> answer(code, language)))
                .flatMap(parts -> parts)
                .collect(Collectors.joining(" · "));
    }

    /** Empty where nobody knows such a column. */
    Optional<LotColumn> column(SheetCell heading) {
        return Stream.of(LotColumn.values())
                .filter(column -> LANGUAGES.stream()
                        .map(language -> heading(column, language))
                        .anyMatch(known -> isSaid(heading, known)))
                .findFirst();
    }

    /** The code of a quality attribute, which stands in brackets, or alone; empty where the column is another. */
    Optional<String> attribute(SheetCell heading) {
        var said = heading.plain();
        return LANGUAGES.stream()
                .map(language -> text("quality", language) + ":")
                .filter(known -> said.regionMatches(true, 0, known, 0, known.length()))
                .findFirst()
                .map(known -> inBrackets(said.substring(known.length()).strip()));
    }

    /** Of an enumeration of ours. */
    String word(Enum<?> value, Locale language) {
        return text(kindOf(value.getClass()) + "." + value.name(), language);
    }

    <E extends Enum<E>> Optional<E> meant(Class<E> kind, SheetCell typed) {
        return Stream.of(kind.getEnumConstants())
                .filter(value -> isSaid(typed, value.name())
                        || LANGUAGES.stream().anyMatch(language -> isSaid(typed, word(value, language))))
                .findFirst();
    }

    String area(String code, List<District> districts, Locale language) {
        return code.equals(TradeArea.OUTSIDE)
                ? text("outside", language)
                : districts.stream()
                        .filter(district -> district.code().equals(code))
                        .findFirst()
                        .map(district -> isEnglish(language) ? district.nameEn() : district.nameZh())
                        .orElse(code);
    }

    /** The code of an area; what was typed where there is none, which the rules of offers refuse. */
    String meantArea(SheetCell typed, List<District> districts) {
        if (isSaid(typed, TradeArea.OUTSIDE)
                || LANGUAGES.stream().anyMatch(language -> isSaid(typed, text("outside", language)))) {
            return TradeArea.OUTSIDE;
        }
        return districts.stream()
                .filter(district -> isSaid(typed, district.code())
                        || isSaid(typed, district.nameZh())
                        || isSaid(typed, district.nameEn()))
                .findFirst()
                .map(District::code)
                .orElse(typed.plain());
    }

    /** A grade by its code or its name; empty where there is none, or several have the name. */
    Optional<Material> meantMaterial(SheetCell typed, List<Material> grades) {
        var named = grades.stream()
                .filter(grade -> isSaid(typed, grade.nameZh()) || isSaid(typed, grade.nameEn()))
                .toList();
        return grades.stream()
                .filter(grade -> isSaid(typed, grade.code()))
                .findFirst()
                .or(() -> named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty());
    }

    /** What a quality attribute is answered with; an unknown word stands for itself. */
    String answer(String code, Locale language) {
        return Objects.requireNonNullElse(
                texts.getMessage("exchange.sheet.answer." + code, null, null, language), code);
    }

    String meantAnswer(QualityAttribute attribute, SheetCell typed) {
        return switch (attribute.type()) {
            case DECIMAL, INTEGER ->
                typed.number()
                        .map(number -> number.stripTrailingZeros().toPlainString())
                        .orElse(typed.plain());
            case BOOLEAN -> oneOf(List.of("true", "false"), typed);
            case CHOICE -> oneOf(attribute.choices(), typed);
            case TEXT, SHARES, WORDS -> typed.text();
        };
    }

    private String oneOf(List<String> codes, SheetCell typed) {
        return codes.stream()
                .filter(code -> isSaid(typed, code)
                        || LANGUAGES.stream().anyMatch(language -> isSaid(typed, answer(code, language))))
                .findFirst()
                .orElse(typed.plain());
    }

    private static String inBrackets(String said) {
        var begin = said.lastIndexOf('(');
        return begin >= 0 && said.endsWith(")")
                ? said.substring(begin + 1, said.length() - 1).strip()
                : said;
    }

    private static boolean isSaid(SheetCell typed, String known) {
        return typed.word().equals(new SheetCell(known).word());
    }

    private static String nameOf(QualityAttribute attribute, Locale language) {
        return isEnglish(language) ? attribute.nameEn() : attribute.nameZh();
    }

    private static boolean isEnglish(Locale language) {
        return language.equals(Locale.ENGLISH);
    }

    private static String kindOf(Class<?> type) {
        var name = type.getSimpleName();
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private String text(String key, Locale language) {
        return texts.getMessage("exchange.sheet." + key, null, language);
    }
}
