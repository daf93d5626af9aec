package io.xunshi.platform.kernel;

import io.r2dbc.spi.Readable;

/**
 * Reads columns that the table declares <code>not null</code>; nullable ones are read with the row's own <code>get
 * </code>.
 */
public final class Columns {
    private Columns() {}

    /** @throws IllegalStateException where the column is null after all: the query and the table disagree */
    public static <T> T required(Readable row, String column, Class<T> type) {
        var value = row.get(column, type);
        if (value == null) {
            throw new IllegalStateException("Column " + column + " is null");
        }
        return value;
    }
}
