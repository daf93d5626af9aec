package io.xunshi.transparency.verify;

import io.xunshi.transparency.merkle.Hash;
import io.xunshi.transparency.price.PriceLedger;
import io.xunshi.transparency.price.PricePublication;
import io.xunshi.transparency.record.CanonicalJson;
import io.xunshi.transparency.record.PriceRecord;
import io.xunshi.transparency.record.PriceRecord.Released;
import io.xunshi.transparency.record.PriceRecord.WeekClosed;
import io.xunshi.transparency.record.PriceWeek;
import io.xunshi.transparency.record.Vintage;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Checks prices of scrap: what is revealed is what was committed to, and each publication that the log names is shown,
 * and is what the revealed records give at a checkpoint that covers them.
 */
public final class PriceVerification {
    private final LogSource source;
    private final long size;
    private final RootAt roots;
    private final PriceLedger ledger = new PriceLedger();
    private final Map<Closing, Long> closedAt = new HashMap<>();

    /**
     * Of one log.
     *
     * @param size of the log
     * @param roots which are asked for by {@link #verify} alone
     */
    public PriceVerification(LogSource source, long size, RootAt roots) {
        this.source = source;
        this.size = size;
        this.roots = roots;
    }

    /**
     * Takes note of a record of the log, in their order.
     *
     * @param index where it stands in the log
     */
    public void add(long index, PriceRecord said) {
        ledger.add(said);
        if (said instanceof WeekClosed closed) {
            closedAt.put(new Closing(closed.week(), closed.vintage()), index);
        }
    }

    /**
     * Whether the records agree with each other, which a mirror without publications can tell as well.
     *
     * @throws VerificationFailure where they do not
     */
    public void checkRecords() throws VerificationFailure {
        var contradictions = ledger.contradictions();
        if (!contradictions.isEmpty()) {
            throw new VerificationFailure(
                    "The log contradicts itself: " + contradictions.getFirst().getMessage());
        }
    }

    /**
     * The publications, recomputed; each is what is shown, byte for byte.
     *
     * @throws IOException where one cannot be had
     * @throws VerificationFailure where one is another
     */
    public List<PricePublication> verify() throws IOException, VerificationFailure {
        var recomputed = new ArrayList<PricePublication>();
        for (var release : ledger.released()) {
            recomputed.add(verify(release));
        }
        return List.copyOf(recomputed);
    }

    private PricePublication verify(Released release) throws IOException, VerificationFailure {
        var published = source.read(path(release.week(), release.vintage()));
        if (!sha256(published).equals(release.publication())) {
            throw new VerificationFailure("The prices of " + release.week() + " are not those that are in the log");
        }
        var size = sizeIn(published);
        var closed = ledger.closed(release.week(), release.vintage())
                .orElseThrow(() -> new VerificationFailure("The week " + release.week() + " was never closed"));
        requireCovered(release, size);
        var recomputed = closed.publication(size, roots.rootAt(size));
        if (!Arrays.equals(recomputed.bytes(), published)) {
            throw new VerificationFailure("The prices of " + release.week() + " are not what the log gives");
        }
        return recomputed;
    }

    /** Where a site shows the prices of a week. */
    public static String path(PriceWeek week, Vintage vintage) {
        return "api/v1/statistics/prices/releases/%s/%s".formatted(week, vintage);
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
                    && members.get("size") instanceof Long named
                    && named >= 0
                    && named <= size) {
                return named;
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

    /** Roots that the log had. */
    @FunctionalInterface
    public interface RootAt {

        /**
         * The root when the log had so many records.
         *
         * @throws IOException where it cannot be had
         * @throws VerificationFailure where it cannot be told for certain
         */
        Hash rootAt(long size) throws IOException, VerificationFailure;
    }

    private record Closing(PriceWeek week, Vintage vintage) {}
}
