package io.xunshi.transparency.verify;

import io.xunshi.transparency.record.ReferenceRecord;
import io.xunshi.transparency.record.ReferenceRecord.What;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Checks reference prices: all that stand in the log have to be shown, and to be those whose hash is there; each set to
 * be of the series and the days that its record names, and every price of a day to come after the one that it corrects,
 * so that no two can be called the same.
 */
final class ReferenceVerification {
    private static final int PARTS = 4;

    private final LogSource source;
    private final List<ReferenceRecord> sealed = new ArrayList<>();
    private final Map<Day, Integer> newest = new HashMap<>();

    ReferenceVerification(LogSource source) {
        this.source = source;
    }

    /** Takes note of a record of the log, in their order. */
    void add(ReferenceRecord record) {
        sealed.add(record);
    }

    /** How many sets of prices were checked. */
    int verify() throws IOException, VerificationFailure {
        for (var record : sealed) {
            var shown = shown(record);
            if (!sha256(shown).equals(record.sha256())) {
                throw failure(record, "are not those that are in the log");
            }
            check(record, new String(shown, StandardCharsets.UTF_8).lines().toList());
        }
        return sealed.size();
    }

    private byte[] shown(ReferenceRecord record) throws IOException, VerificationFailure {
        try {
            return source.read("api/v1/reference-series/" + record.series() + "/fixing-sets/" + record.set());
        } catch (FileNotFoundException _) {
            throw failure(record, "are in the log and are not shown");
        }
    }

    private void check(ReferenceRecord record, List<String> lines) throws VerificationFailure {
        if (lines.size() != record.size()) {
            throw failure(record, "are not as many as the log says");
        }
        LocalDate before = null;
        for (var line : lines) {
            var day = check(record, line);
            if (before != null && !day.isAfter(before)) {
                throw failure(record, "are not in the order of their days");
            }
            before = day;
        }
    }

    private LocalDate check(ReferenceRecord record, String line) throws VerificationFailure {
        var parts = line.split("\\|", -1);
        try {
            var day = LocalDate.parse(parts[1]);
            var revision = Integer.parseInt(parts[2]);
            var isOfRecord = parts.length == PARTS
                    && parts[0].equals(record.series())
                    && !day.isBefore(record.first())
                    && !day.isAfter(record.last())
                    && Long.parseLong(parts[PARTS - 1]) > 0
                    && (record.what() == What.FIXED) == (revision == 1);
            if (!isOfRecord) {
                throw failure(record, "are others than the log says: " + line);
            }
            requireNext(record, new Day(record.series(), day), revision);
            return day;
        } catch (DateTimeException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw failure(record, "cannot be read: " + line);
        }
    }

    /** What was corrected before there were such records has its first revisions nowhere. */
    private void requireNext(ReferenceRecord record, Day day, int revision) throws VerificationFailure {
        var last = newest.put(day, revision);
        if (last != null && revision != last + 1) {
            throw failure(record, "have two prices for " + day.day());
        }
    }

    private static VerificationFailure failure(ReferenceRecord record, String what) {
        return new VerificationFailure("The reference prices of " + record.series() + " from " + record.first() + " to "
                + record.last() + " " + what);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private record Day(String series, LocalDate day) {}
}
