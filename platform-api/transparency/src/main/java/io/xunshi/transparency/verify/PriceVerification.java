package io.xunshi.transparency.verify;

import io.xunshi.transparency.merkle.MerkleTree;
import io.xunshi.transparency.price.PriceLedger;
import io.xunshi.transparency.record.CanonicalJson;
import io.xunshi.transparency.record.PriceRecord;
import io.xunshi.transparency.record.PriceRecord.Released;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;

/**
 * Checks prices of scrap: what is revealed is what was committed to, and each publication that the log names is shown,
 * and is what the revealed records give.
 */
final class PriceVerification {
    private final LogSource source;
    private final MerkleTree tree;
    private final PriceLedger ledger = new PriceLedger();

    /** @param tree of the log, complete when {@link #verify} is called */
    PriceVerification(LogSource source, MerkleTree tree) {
        this.source = source;
        this.tree = tree;
    }

    /** Takes note of a record of the log, in their order. */
    void add(PriceRecord said) {
        ledger.add(said);
    }

    /** How many publications were recomputed. */
    int verify() throws IOException, VerificationFailure {
        for (var release : ledger.released()) {
            verify(release);
        }
        return ledger.released().size();
    }

    private void verify(Released release) throws IOException, VerificationFailure {
        var published =
                source.read("api/v1/statistics/prices/releases/%s/%s".formatted(release.week(), release.vintage()));
        if (!sha256(published).equals(release.publication())) {
            throw new VerificationFailure("The prices of " + release.week() + " are not those that are in the log");
        }
        var size = sizeIn(published);
        var computed = ledger.publication(release.week(), release.vintage(), size, tree.rootAt(size))
                .orElseThrow(() -> new VerificationFailure("The week " + release.week() + " was never closed"));
        if (!Arrays.equals(computed.bytes(), published)) {
            throw new VerificationFailure("The prices of " + release.week() + " are not what the log gives");
        }
    }

    private long sizeIn(byte[] published) throws VerificationFailure {
        try {
            if (CanonicalJson.read(published) instanceof Map<?, ?> members
                    && members.get("size") instanceof Long size
                    && size >= 0
                    && size <= tree.size()) {
                return size;
            }
        } catch (IllegalArgumentException e) {
            throw new VerificationFailure("A publication of prices cannot be read: " + e.getMessage());
        }
        throw new VerificationFailure("A publication of prices names no checkpoint of this log");
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
