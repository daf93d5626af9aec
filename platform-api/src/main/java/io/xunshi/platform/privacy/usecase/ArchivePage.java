package io.xunshi.platform.privacy.usecase;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** The archive for people: one page without scripts, in both languages, that opens without the network. */
@Component
class ArchivePage {
    private static final Locale ZH = Locale.SIMPLIFIED_CHINESE;
    private static final Locale EN = Locale.ENGLISH;

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
        return PAGE.formatted(
                both("archive.title"), HtmlUtils.htmlEscape(document.madeAt().toString()), sections);
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
                                HtmlUtils.htmlEscape(String.valueOf(cell.getValue()))))
                .collect(Collectors.joining("", "<dl>", "</dl>"));
    }

    private String both(String key) {
        return HtmlUtils.htmlEscape(texts.text(key, ZH) + " · " + texts.text(key, EN));
    }
}
