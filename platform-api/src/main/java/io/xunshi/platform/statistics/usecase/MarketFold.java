package io.xunshi.platform.statistics.usecase;

import io.xunshi.transparency.price.PriceLedger;
import io.xunshi.transparency.record.LogRecord;
import io.xunshi.transparency.record.PriceRecord;
import io.xunshi.transparency.statistics.DailyFigures;

/**
 * All that is folded from the log, taken in together. Not thread-safe.
 *
 * @param daily of second-hand sales
 * @param prices of scrap
 */
record MarketFold(DailyFigures daily, PriceLedger prices) {

    MarketFold() {
        this(new DailyFigures(), new PriceLedger());
    }

    void add(LogRecord record) {
        daily.add(record);
        if (record instanceof PriceRecord price) {
            prices.add(price);
        }
    }

    /** How many entries were taken in. */
    long size() {
        return daily.size();
    }
}
