package io.xunshi.platform.exchange.usecase;

import io.xunshi.platform.exchange.ExchangeProblem;
import io.xunshi.platform.exchange.domain.SheetCell;
import io.xunshi.platform.kernel.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a CSV file or of the first sheet of an XLSX workbook, told apart by their first bytes. CSV is
 * UTF-8, with or without its mark, or GB18030, in which Excel in China writes it. Blocks, so never on an event loop.
 */
final class TableFile {
    /** More than a table of lots has, and little enough for a request. */
    static final int BYTES_MAX = 180_000;

    /** Rows of lots; an organisation cannot offer more at a time. */
    static final int ROWS_MAX = 200;

    /** A workbook of so many rows has a hundredth of it; a bomb has thousands of times that. */
    private static final long INFLATED_MAX = 16_000_000;

    private static final int ENTRIES_MAX = 200;

    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, false);

    /** Lines are counted as a spreadsheet shows them. */
    private static final CSVFormat LINES =
            CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).get();

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private TableFile() {}

    /**
     * All rows that are not empty, the head with the others.
     *
     * @throws io.xunshi.platform.kernel.ProblemException {@link ExchangeProblem#FILE_NOT_READABLE},
     *     {@link ExchangeProblem#FILE_TOO_LONG} or {@link ExchangeProblem#FILE_TOO_WIDE}
     */
    static List<TableRow> read(byte[] file) {
        try {
            return isZip(file) ? workbook(file) : commaSeparated(decoded(file));
        } catch (IOException | UncheckedIOException e) {
            throw ExchangeProblem.FILE_NOT_READABLE.raise();
        }
    }

    private static boolean isZip(byte[] file) {
        return file.length > 3 && file[0] == 'P' && file[1] == 'K' && file[2] == 3 && file[3] == 4;
    }

    private static List<TableRow> commaSeparated(String text) throws IOException {
        try (var records = LINES.parse(new StringReader(text))) {
            var rows = new ArrayList<TableRow>();
            for (var record : records) {
                add(rows, new TableRow(Math.toIntExact(record.getRecordNumber()), cells(record)));
            }
            return rows;
        }
    }

    private static List<SheetCell> cells(CSVRecord record) {
        return record.stream()
                .limit(SheetBounds.COLUMNS_MAX)
                .map(SheetCell::new)
                .toList();
    }

    /** A text in the wrong one of the two is practically never valid in the other. */
    private static String decoded(byte[] file) throws CharacterCodingException {
        try {
            var text = decoded(file, StandardCharsets.UTF_8);
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            return decoded(file, GB18030);
        }
    }

    private static String decoded(byte[] file, Charset charset) throws CharacterCodingException {
        return charset.newDecoder().decode(ByteBuffer.wrap(file)).toString();
    }

    /** What is broken inside of a workbook the reader tells by whatever exception it runs into. */
    private static List<TableRow> workbook(byte[] file) throws IOException {
        try {
            refuseBomb(file);
            refuseBoundless(file);
            return rowsOf(file);
        } catch (ProblemException refused) {
            throw refused;
        } catch (RuntimeException broken) {
            throw new IOException(broken);
        }
    }

    private static List<TableRow> rowsOf(byte[] file) throws IOException {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file), WITH_FORMATS);
                var sheet = workbook.getFirstSheet().openStream()) {
            var rows = new ArrayList<TableRow>();
            sheet.forEachOrdered(row -> add(rows, new TableRow(row.getRowNum(), cells(row))));
            return rows;
        }
    }

    /**
     * Inflates it once for nothing, by the same directory as the reader: what that says of sizes is not to be believed.
     */
    private static void refuseBomb(byte[] file) throws IOException {
        var inflated = 0L;
        try (var zip = ZipFile.builder().setByteArray(file).get()) {
            var entries = Collections.list(zip.getEntries());
            if (entries.size() > ENTRIES_MAX) {
                throw ExchangeProblem.FILE_TOO_LONG.raise(ROWS_MAX);
            }
            for (var entry : entries) {
                inflated += inflated(zip, entry, INFLATED_MAX - inflated);
            }
        }
    }

    /** In all parts: the file itself says which of them is the sheet. */
    private static void refuseBoundless(byte[] file) throws IOException {
        try (var zip = ZipFile.builder().setByteArray(file).get()) {
            for (var entry : Collections.list(zip.getEntries())) {
                try (var part = zip.getInputStream(entry)) {
                    SheetBounds.check(part);
                }
            }
        }
    }

    private static long inflated(ZipFile zip, ZipArchiveEntry entry, long most) throws IOException {
        try (var content = zip.getInputStream(entry)) {
            var buffer = new byte[8192];
            var size = 0L;
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > most) {
                    throw ExchangeProblem.FILE_TOO_LONG.raise(ROWS_MAX);
                }
            }
            return size;
        }
    }

    private static List<SheetCell> cells(Row row) {
        return row.stream().map(TableFile::cell).toList();
    }

    /** Of a formula what it was reckoned to last. */
    private static SheetCell cell(@Nullable Cell cell) {
        if (cell == null) {
            return new SheetCell("");
        }
        return switch (cell.getValue()) {
            case null -> new SheetCell(Objects.requireNonNullElse(cell.getRawValue(), ""));
            case BigDecimal number -> SheetCell.stored(number, cell.getDataFormatString());
            case Object value -> new SheetCell(value.toString());
        };
    }

    private static void add(List<TableRow> rows, TableRow row) {
        if (row.isEmpty()) {
            return;
        }
        if (rows.size() > ROWS_MAX) {
            throw ExchangeProblem.FILE_TOO_LONG.raise(ROWS_MAX);
        }
        rows.add(row);
    }
}
