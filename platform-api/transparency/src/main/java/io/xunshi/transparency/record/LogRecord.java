package io.xunshi.transparency.record;

import java.util.Map;

/** What an entry of the log says: a step of a trade, or something about prices of scrap. */
public sealed interface LogRecord permits TradeRecord, PriceRecord {

    /** The entry in the log. */
    byte[] bytes();

    /** @throws IllegalArgumentException where the bytes are no canonical record of this version */
    static LogRecord read(byte[] bytes) {
        var value = CanonicalJson.read(bytes);
        var isOfPrices = value instanceof Map<?, ?> members
                && members.get("t") instanceof String type
                && type.startsWith(PriceRecord.PREFIX);
        return isOfPrices ? PriceRecord.read(bytes) : TradeRecord.of(value);
    }
}
