package io.xunshi.transparency.fold;

import io.xunshi.transparency.price.PriceLedger;
import io.xunshi.transparency.record.LogRecord;
import io.xunshi.transparency.record.OfficerRecord;
import io.xunshi.transparency.record.PriceRecord;
import io.xunshi.transparency.record.ReferenceRecord;
import io.xunshi.transparency.record.TradeRecord;
import io.xunshi.transparency.statistics.DailyFigures;
import io.xunshi.transparency.statistics.Valuations;

/**
 * All that is folded from the log, taken in together and in order. Not thread-safe.
 *
 * @param daily of second-hand sales
 * @param valuations of second-hand things
 * @param prices of scrap
 */
public record MarketFold(DailyFigures daily, Valuations valuations, PriceLedger prices) {

    /** Of an empty log. */
    public MarketFold() {
        this(new DailyFigures(), new Valuations(), new PriceLedger());
    }

    /** Takes the next entry in. */
    public void add(LogRecord record) {
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
    public long size() {
        return daily.size();
    }
}
