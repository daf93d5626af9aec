package io.xunshi.platform.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A table to load (RFC 4180), with the mark by which spreadsheets know UTF-8. Not thread-safe. */
public final class CsvFile {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String LINE_END = "\r\n";
    private static final Pattern RECKONED = Pattern.compile("\\A[=+\\-@\t\r]");
    private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",\r\n]");

    private final List<String> lines = new ArrayList<>();

    /** Texts are quoted where they have to be. */
    public CsvFile row(Object... cells) {
        lines.add(Stream.of(cells).map(CsvFile::cell).collect(Collectors.joining(",")));
        return this;
    }

    /** Names of columns, which nobody but us chooses. */
    public CsvFile head(String... names) {
        lines.add(String.join(",", names));
        return this;
    }

    public CsvFile emptyLine() {
        lines.add("");
        return this;
    }

    public String text() {
        return BYTE_ORDER_MARK + String.join(LINE_END, lines) + LINE_END;
    }

    /** To be saved under a name. */
    public ResponseEntity<String> attached(String name) {
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(text());
    }

    /** A text that a spreadsheet would reckon with gets an apostrophe before it (OWASP, CSV injection). */
    private static String cell(Object value) {
        if (!(value instanceof String text)) {
            return value.toString();
        }
        var safe = RECKONED.matcher(text).find() ? "'" + text : text;
        return NEEDS_QUOTES.matcher(safe).find() ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
