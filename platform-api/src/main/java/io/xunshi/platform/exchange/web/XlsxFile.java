package io.xunshi.platform.exchange.web;

import io.xunshi.platform.exchange.domain.TableCell;
import io.xunshi.platform.exchange.usecase.ExportLots.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook to load (ISO/IEC 29500). Texts are texts in it, whatever they begin with: nothing reckons with them. */
final class XlsxFile {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Workbook workbook = new Workbook(bytes, "Xunshi", "1.0");

    /** @param widths of the columns in characters; the last one's is that of all that follow */
    XlsxFile sheet(String name, Table table, int... widths) {
        var sheet = workbook.newWorksheet(name);
        for (int i = 0; i < table.rows().size(); i++) {
            write(sheet, i, table.rows().get(i));
        }
        var columns = table.rows().isEmpty() ? 0 : table.rows().getFirst().size();
        for (int i = 0; i < columns; i++) {
            sheet.width(i, widths[Math.min(i, widths.length - 1)]);
        }
        return this;
    }

    /** Ends it. */
    byte[] bytes() {
        try {
            workbook.finish();
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    private static void write(Worksheet sheet, int row, List<TableCell> cells) {
        for (int i = 0; i < cells.size(); i++) {
            switch (cells.get(i)) {
                case TableCell.Words(var text) -> {
                    if (!text.isEmpty()) {
                        sheet.value(row, i, text);
                    }
                }
                case TableCell.Number(var value) -> sheet.value(row, i, value);
            }
        }
    }
}
