package io.xunshi.transparency.fold;

import io.xunshi.transparency.price.PriceLedger;
import io.xunshi.transparency.record.LogRecord;
import io.xunshi.transparency.record.OfficerRecord;
import io.xunshi.transparency.record.PriceRecord;
import io.xunshi.transparency.record.ReferenceRecord;
import io.xunshi.transparency.record.TradeRecord;
import io.xunshi.transparency.statistics.DailyFigures;
import io.xunshi.transparency.statistics.Valuations;
import java.io.Serializable;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * The fold of some entries of the log. Parts that cover the log, each entry once, give the same {@link MarketFold}
 * however they were cut and in whatever order they are merged. Sales are summed up at once; of records about prices,
 * which are few and whose order says whether they are true, the entries are kept until the whole is there. Not
 * thread-safe.
 */
public final class PartialFold implements Serializable {
    private final DailyFigures daily = new DailyFigures();
    private final Valuations valuations = new Valuations();
    private final NavigableMap<Long, byte[]> prices = new TreeMap<>();

    /**
     * Takes an entry in.
     *
     * @param index where it stands in the log
     * @throws IllegalArgumentException where it is no record
     */
    public void add(long index, byte[] entry) {
        var record = LogRecord.read(entry);
        daily.add(record);
        switch (record) {
            case TradeRecord trade -> valuations.add(trade);
            case PriceRecord _ -> prices.put(index, entry.clone());
            case ReferenceRecord _, OfficerRecord _ -> {
                // What others' prices hang on, and what officers do, is no trade.
            }
        }
    }

    /** Takes in what another part took in. */
    public void merge(PartialFold other) {
        daily.merge(other.daily);
        valuations.merge(other.valuations);
        prices.putAll(other.prices);
    }

    /** The whole, when every part was merged; it shares its figures with this part. */
    public MarketFold whole() {
        var ledger = new PriceLedger();
        forEachPrice((index, record) -> ledger.add(record));
        return new MarketFold(daily, valuations, ledger);
    }

    /** The records about prices with their indices, in order. */
    public void forEachPrice(BiConsumer<Long, PriceRecord> consumer) {
        prices.forEach((index, entry) -> consumer.accept(index, PriceRecord.read(entry)));
    }
}
