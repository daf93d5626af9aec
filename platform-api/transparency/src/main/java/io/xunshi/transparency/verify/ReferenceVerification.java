package io.xunshi.transparency.verify;

import io.xunshi.transparency.record.ReferenceRecord;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Checks reference prices: all that stand in the log have to be shown, and to be those whose hash is there. */
final class ReferenceVerification {
    private final LogSource source;
    private final List<ReferenceRecord> sealed = new ArrayList<>();

    ReferenceVerification(LogSource source) {
        this.source = source;
    }

    /** Takes note of a record of the log. */
    void add(ReferenceRecord record) {
        sealed.add(record);
    }

    /** How many sets of prices were checked. */
    int verify() throws IOException, VerificationFailure {
        for (var record : sealed) {
            var lines = source.read("api/v1/reference-series/" + record.series() + "/fixing-sets/" + record.set());
            if (!sha256(lines).equals(record.sha256())) {
                throw new VerificationFailure("The reference prices of " + record.series() + " from " + record.first()
                        + " to " + record.last() + " are not those that are in the log");
            }
        }
        return sealed.size();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
