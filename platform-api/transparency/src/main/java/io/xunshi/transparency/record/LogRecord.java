package io.xunshi.transparency.record;

import java.util.Map;

/**
 * What an entry of the log says: a step of a trade, something about prices of scrap or reference prices, or what an
 * officer did.
 */
public sealed interface LogRecord permits TradeRecord, PriceRecord, ReferenceRecord, OfficerRecord {

    /** The entry in the log. */
    byte[] bytes();

    /** @throws IllegalArgumentException where the bytes are no canonical record of this version */
    static LogRecord read(byte[] bytes) {
        var value = CanonicalJson.read(bytes);
        var type = value instanceof Map<?, ?> members && members.get("t") instanceof String text ? text : "";
        if (type.startsWith(PriceRecord.PREFIX)) {
            return PriceRecord.read(bytes);
        }
        if (type.startsWith(ReferenceRecord.PREFIX)) {
            return ReferenceRecord.read(bytes);
        }
        return type.startsWith(OfficerRecord.PREFIX) ? OfficerRecord.read(bytes) : TradeRecord.of(value);
    }
}
