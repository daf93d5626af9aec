package io.xunshi.transparency.record;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Reference prices (参考价) that an officer entered or corrected, all at once. Prices of deals hang on them, so nobody
 * shall be able to say later that they had been others; the prices themselves are shown to everybody, and their lines
 * give the hash.
 *
 * @param what whether they are new or stand in place of others
 * @param at to the millisecond
 * @param set by which its lines are found
 * @param series whose prices they are, <code>AD</code>
 * @param first day
 * @param last day, not before the first
 * @param size how many prices, positive
 * @param sha256 of a line <code>series|day|revision|fen</code> for each, by day, every line ended by a line feed;
 *     hexadecimal
 */
public record ReferenceRecord(
        What what, Instant at, UUID set, String series, LocalDate first, LocalDate last, long size, String sha256)
        implements LogRecord {
    /** How the types of these records begin. */
    static final String PREFIX = "reference.";

    public ReferenceRecord {
        if (size < 1 || last.isBefore(first)) {
            throw new IllegalArgumentException("Reference prices are of one day at least, and in order");
        }
    }

    /** @throws IllegalArgumentException where the bytes are no canonical record of this version */
    static ReferenceRecord read(byte[] bytes) {
        if (!(CanonicalJson.read(bytes) instanceof Map<?, ?> members)
                || !Long.valueOf(1).equals(members.get("v"))) {
            throw new IllegalArgumentException("Not a record of reference prices");
        }
        var record = of(members);
        if (!Arrays.equals(record.bytes(), bytes)) {
            throw new IllegalArgumentException("A record of reference prices has these members and no others");
        }
        return record;
    }

    private static ReferenceRecord of(Map<?, ?> members) {
        try {
            return new ReferenceRecord(
                    What.of(TradeRecord.text(members, "t")),
                    Milliseconds.read(TradeRecord.text(members, "at")),
                    UUID.fromString(TradeRecord.text(members, "set")),
                    TradeRecord.text(members, "series"),
                    LocalDate.parse(TradeRecord.text(members, "first")),
                    LocalDate.parse(TradeRecord.text(members, "last")),
                    TradeRecord.number(members, "size"),
                    TradeRecord.text(members, "sha256"));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("A record of reference prices has an instant and two days", e);
        }
    }

    @Override
    public byte[] bytes() {
        var members = new TreeMap<String, Object>();
        members.put("v", 1L);
        members.put("t", what.type);
        members.put("at", Milliseconds.write(at));
        members.put("set", set.toString());
        members.put("series", series);
        members.put("first", first.toString());
        members.put("last", last.toString());
        members.put("size", size);
        members.put("sha256", sha256);
        return CanonicalJson.write(members);
    }

    /** What an officer did. */
    public enum What {
        FIXED("reference.fixed"),
        CORRECTED("reference.corrected");

        private final String type;

        What(String type) {
            this.type = type;
        }

        private static What of(String type) {
            return Arrays.stream(values())
                    .filter(what -> what.type.equals(type))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("Not a record of reference prices: " + type));
        }
    }
}
