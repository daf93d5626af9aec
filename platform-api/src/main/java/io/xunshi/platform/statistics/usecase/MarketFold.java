package io.xunshi.platform.statistics.usecase;

import io.xunshi.transparency.price.PriceLedger;
import io.xunshi.transparency.record.LogRecord;
import io.xunshi.transparency.record.OfficerRecord;
import io.xunshi.transparency.record.PriceRecord;
import io.xunshi.transparency.record.ReferenceRecord;
import io.xunshi.transparency.record.TradeRecord;
import io.xunshi.transparency.statistics.DailyFigures;
import io.xunshi.transparency.statistics.Valuations;

/**
 * All that is folded from the log, taken in together. Not thread-safe.
 *
 * @param daily of second-hand sales
 * @param valuations of second-hand things
 * @param prices of scrap
 */
record MarketFold(DailyFigures daily, Valuations valuations, PriceLedger prices) {

    MarketFold() {
        this(new DailyFigures(), new Valuations(), new PriceLedger());
    }

    void add(LogRecord record) {
        daily.add(record);
        switch (record) {
            case TradeRecord trade -> valuations.add(trade);
            case PriceRecord price -> prices.add(price);
            case ReferenceRecord _, OfficerRecord _ -> {
                // What others' prices hang on, and what officers do, is no trade.
            }
        }
    }

    /** How many entries were taken in. */
    long size() {
        return daily.size();
    }
}
