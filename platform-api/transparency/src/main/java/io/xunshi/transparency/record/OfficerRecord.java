package io.xunshi.transparency.record;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;

/**
 * 敏感操作: an officer was shown personal data. Who, whose and what it was declared for are HMAC-SHA-256 under a salt of
 * this record alone: everybody can count such looks, and nobody sees from them who is looked at.
 *
 * @param at to the millisecond
 * @param look id of the look
 * @param purpose the kind of purpose
 * @param sight what of the person was shown
 * @param officer commitment, hexadecimal
 * @param person commitment, hexadecimal; to the look itself where it is nobody's with an account
 * @param statement commitment to the hash of the purpose as it was declared, hexadecimal
 */
public record OfficerRecord(
        Instant at, String look, String purpose, String sight, String officer, String person, String statement)
        implements LogRecord {
    /** How the types of these records begin. */
    static final String PREFIX = "officer.";

    private static final String TYPE = PREFIX + "looked";
    private static final long VERSION = 1;

    @Override
    public byte[] bytes() {
        return CanonicalJson.write(Map.of(
                "v",
                VERSION,
                "t",
                TYPE,
                "at",
                Milliseconds.write(at),
                "look",
                look,
                "purpose",
                purpose,
                "sight",
                sight,
                "c",
                Map.of("officer", officer, "person", person, "statement", statement)));
    }

    /** @throws IllegalArgumentException where the bytes are no canonical record of this version */
    public static OfficerRecord read(byte[] bytes) {
        if (!(CanonicalJson.read(bytes) instanceof Map<?, ?> members)
                || !(members.get("c") instanceof Map<?, ?> commitments)
                || !Long.valueOf(VERSION).equals(members.get("v"))) {
            throw new IllegalArgumentException("Not a record of what an officer did");
        }
        var record = new OfficerRecord(
                instant(members),
                TradeRecord.text(members, "look"),
                TradeRecord.text(members, "purpose"),
                TradeRecord.text(members, "sight"),
                TradeRecord.text(commitments, "officer"),
                TradeRecord.text(commitments, "person"),
                TradeRecord.text(commitments, "statement"));
        if (!Arrays.equals(record.bytes(), bytes)) {
            throw new IllegalArgumentException("A record of what an officer did has these members and no others");
        }
        return record;
    }

    private static Instant instant(Map<?, ?> members) {
        try {
            return Milliseconds.read(TradeRecord.text(members, "at"));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("A record of what an officer did has an instant as at", e);
        }
    }
}
