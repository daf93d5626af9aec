package io.xunshi.transparency.verify;

import io.xunshi.transparency.merkle.MerkleTree;
import io.xunshi.transparency.price.PriceLedger;
import io.xunshi.transparency.record.CanonicalJson;
import io.xunshi.transparency.record.PriceRecord;
import io.xunshi.transparency.record.PriceRecord.Released;
import io.xunshi.transparency.record.PriceRecord.WeekClosed;
import io.xunshi.transparency.record.PriceWeek;
import io.xunshi.transparency.record.Vintage;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Checks prices of scrap: what is revealed is what was committed to, and each publication that the log names is shown,
 * and is what the revealed records give at a checkpoint that covers them.
 */
final class PriceVerification {
    private final LogSource source;
    private final MerkleTree tree;
    private final PriceLedger ledger = new PriceLedger();
    private final Map<Closing, Long> closedAt = new HashMap<>();

    /** @param tree of the log, complete when {@link #verify} is called */
    PriceVerification(LogSource source, MerkleTree tree) {
        this.source = source;
        this.tree = tree;
    }

    /** Takes note of a record of the log, in their order; the tree ends with it. */
    void add(PriceRecord said) {
        ledger.add(said);
        if (said instanceof WeekClosed closed) {
            closedAt.put(new Closing(closed.week(), closed.vintage()), tree.size() - 1);
        }
    }

    /** Whether the records agree with each other, which a mirror without publications can tell as well. */
    void checkRecords() throws VerificationFailure {
        var contradictions = ledger.contradictions();
        if (!contradictions.isEmpty()) {
            throw new VerificationFailure(
                    "The log contradicts itself: " + contradictions.getFirst().getMessage());
        }
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
        var closed = ledger.closed(release.week(), release.vintage())
                .orElseThrow(() -> new VerificationFailure("The week " + release.week() + " was never closed"));
        requireCovered(release, size);
        if (!Arrays.equals(closed.publication(size, tree.rootAt(size)).bytes(), published)) {
            throw new VerificationFailure("The prices of " + release.week() + " are not what the log gives");
        }
    }

    /** The root seeds the intervals: an older one than the figures are of would be one that somebody chose. */
    private void requireCovered(Released release, long size) throws VerificationFailure {
        var index = closedAt.get(new Closing(release.week(), release.vintage()));
        if (index == null || index >= size) {
            throw new VerificationFailure(
                    "The prices of " + release.week() + " name a checkpoint that does not cover their closing");
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

    private record Closing(PriceWeek week, Vintage vintage) {}
}
