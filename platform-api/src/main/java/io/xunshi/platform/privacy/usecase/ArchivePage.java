package io.xunshi.platform.privacy.usecase;

import io.xunshi.platform.kernel.CityTime;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** The archive for people: one page without scripts, in both languages, that opens without the network. */
@Component
class ArchivePage {
    private static final Locale ZH = Locale.SIMPLIFIED_CHINESE;
    private static final Locale EN = Locale.ENGLISH;
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?Z");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(CityTime.ZONE);

    private static final String PAGE = """
            <!doctype html>
            <html lang="zh-CN">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>%1$s</title>
            <style>
            body { font: 16px/1.6 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
            dl { border: 1px solid #ccc; border-radius: .5rem; padding: .75rem 1rem; }
            dt { color: #555; font-size: .85em; } dd { margin: 0 0 .4rem; overflow-wrap: anywhere; }
            </style>
            <h1>%1$s</h1>
            <p>%2$s</p>
            %3$s
            </html>
            """;

    private final PersonalTexts texts;

    ArchivePage(PersonalTexts texts) {
        this.texts = texts;
    }

    String of(ArchiveDocument document) {
        var sections = document.topics().stream().map(this::section).collect(Collectors.joining("\n"));
        return PAGE.formatted(both("archive.title"), TIME.format(document.madeAt()), sections);
    }

    private String section(ArchiveDocument.Section section) {
        var rows = section.rows().stream().map(this::row).collect(Collectors.joining("\n"));
        var key = section.key();
        return "<h2>%s · %s</h2>\n<p>%s<br>%s</p>\n%s"
                .formatted(
                        HtmlUtils.htmlEscape(texts.title(key, ZH)),
                        HtmlUtils.htmlEscape(texts.title(key, EN)),
                        HtmlUtils.htmlEscape(texts.purpose(key, ZH)),
                        HtmlUtils.htmlEscape(texts.purpose(key, EN)),
                        rows);
    }

    private String row(Map<String, Object> row) {
        return row.entrySet().stream()
                .map(cell -> "<dt>%s · %s</dt><dd>%s</dd>"
                        .formatted(
                                HtmlUtils.htmlEscape(texts.column(cell.getKey(), ZH)),
                                HtmlUtils.htmlEscape(texts.column(cell.getKey(), EN)),
                                HtmlUtils.htmlEscape(readable(cell.getKey(), cell.getValue()))))
                .collect(Collectors.joining("", "<dl>", "</dl>"));
    }

    /** Times of the city, and yuan; what remains are names, words, and codes. */
    private static String readable(String column, Object value) {
        var text = String.valueOf(value);
        if (column.endsWith("Fen") && WHOLE.matcher(text).matches()) {
            return new BigDecimal(text).movePointLeft(2).toPlainString() + " CNY";
        }
        return INSTANT.matcher(text).matches() ? TIME.format(Instant.parse(text)) : text;
    }

    private String both(String key) {
        return HtmlUtils.htmlEscape(texts.text(key, ZH) + " · " + texts.text(key, EN));
    }
}
