package io.xunshi.transparency.merkle;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Entries as tlog-tiles stores them: each behind its length in two bytes, big-endian. */
public final class EntryBundle {
    /** What two bytes can count. */
    public static final int ENTRY_BYTES_MAX = 65_535;

    private EntryBundle() {}

    /** @throws IllegalArgumentException for an entry that is too long */
    public static byte[] encode(List<byte[]> entries) {
        var bundle = new ByteArrayOutputStream();
        for (var entry : entries) {
            if (entry.length > ENTRY_BYTES_MAX) {
                throw new IllegalArgumentException("An entry has at most 65535 bytes, not " + entry.length);
            }
            bundle.write(entry.length >> 8);
            bundle.write(entry.length);
            bundle.writeBytes(entry);
        }
        return bundle.toByteArray();
    }

    /** @throws IllegalArgumentException where a length leads beyond the end */
    public static List<byte[]> decode(byte[] bundle) {
        var entries = new ArrayList<byte[]>();
        for (int at = 0; at < bundle.length; ) {
            var length = at + 2 > bundle.length ? -1 : (bundle[at] & 0xFF) << 8 | bundle[at + 1] & 0xFF;
            if (length < 0 || at + 2 + length > bundle.length) {
                throw new IllegalArgumentException("The bundle is cut off at byte " + at);
            }
            entries.add(Arrays.copyOfRange(bundle, at + 2, at + 2 + length));
            at += 2 + length;
        }
        return List.copyOf(entries);
    }
}
