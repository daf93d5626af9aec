package io.xunshi.platform.corner.web;

import io.xunshi.platform.corner.domain.Stock;

/** A title with its counts in a corner. */
record StockResponse(String isbn, String title, String authors, long version, int onShelf, int lent) {

    static StockResponse of(Stock stock) {
        var title = stock.title();
        return new StockResponse(
                title.isbn().digits(), title.title(), title.authors(), title.version(), stock.onShelf(), stock.lent());
    }
}
