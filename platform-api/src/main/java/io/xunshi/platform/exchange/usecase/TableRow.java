package io.xunshi.platform.exchange.usecase;

import io.xunshi.platform.exchange.domain.SheetCell;
import java.util.List;

/**
 * A row of a file.
 *
 * @param number in the file, from 1, as spreadsheets count
 */
record TableRow(int number, List<SheetCell> cells) {
    TableRow {
        cells = List.copyOf(cells);
    }

    boolean isEmpty() {
        return cells.stream().allMatch(SheetCell::isEmpty);
    }

    /** Empty beyond the last one. */
    SheetCell cell(int column) {
        return column < cells.size() ? cells.get(column) : new SheetCell("");
    }
}
