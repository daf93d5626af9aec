package io.xunshi.transparency.verify;

import io.xunshi.transparency.merkle.EntryBundle;
import io.xunshi.transparency.merkle.Hash;
import io.xunshi.transparency.merkle.MerkleTree;
import io.xunshi.transparency.merkle.Tile;
import io.xunshi.transparency.merkle.TileBytes;
import io.xunshi.transparency.note.Checkpoint;
import io.xunshi.transparency.record.LogRecord;
import io.xunshi.transparency.record.PriceRecord;
import io.xunshi.transparency.statistics.DailyFigures;
import io.xunshi.transparency.witness.TrustPolicy;
import io.xunshi.transparency.witness.TrustPolicy.Accepted;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Checks a whole log: the signatures and cosignatures under its checkpoint, every entry, every tile, the root, and the
 * figures that were published for it. Believes nothing that it has not computed itself.
 */
public final class LogVerification {
    private final LogSource source;
    private final @Nullable TrustPolicy known;

    /** Believes whom the log itself names; that proves only that it agrees with itself. */
    public LogVerification(LogSource source) {
        this(source, null);
    }

    /** @param known whom to believe, learnt elsewhere; null to believe whom the log names */
    public LogVerification(LogSource source, @Nullable TrustPolicy known) {
        this.source = source;
        this.known = known;
    }

    /**
     * What was found in order.
     *
     * @throws IOException where a file cannot be had
     * @throws VerificationFailure where something does not agree
     */
    public Report verify() throws IOException, VerificationFailure {
        return verify(record -> {});
    }

    /** The same without the figures, which stand beside the log: a mirror of the log alone has none. */
    public Report verifyWithoutFigures() throws IOException, VerificationFailure {
        return verify(record -> {}, false);
    }

    /**
     * What was found in order.
     *
     * @param also is told every record, in their order, before it is known whether the log is sound
     * @throws IOException where a file cannot be had
     * @throws VerificationFailure where something does not agree
     */
    public Report verify(Consumer<LogRecord> also) throws IOException, VerificationFailure {
        return verify(also, true);
    }

    private Report verify(Consumer<LogRecord> also, boolean withFigures) throws IOException, VerificationFailure {
        var accepted = SignedCheckpoint.read(source, known);
        var checkpoint = accepted.checkpoint();
        var tree = new MerkleTree();
        var figures = new DailyFigures();
        var prices = new PriceVerification(source, checkpoint.size(), tree::rootAt);
        readEntries(checkpoint.size(), tree, record -> {
            figures.add(record);
            if (record instanceof PriceRecord price) {
                prices.add(tree.size() - 1, price);
            }
            also.accept(record);
        });
        if (!tree.root().equals(checkpoint.root())) {
            throw new VerificationFailure("The entries do not give the root that was signed");
        }
        prices.checkRecords();
        var tiles = checkTiles(checkpoint.size(), tree);
        if (!withFigures) {
            return new Report(accepted, tiles, 0, 0);
        }
        checkFigures(checkpoint, figures);
        return new Report(
                accepted, tiles, figures.figures().size(), prices.verify().size());
    }

    private void readEntries(long size, MerkleTree tree, Consumer<LogRecord> records)
            throws IOException, VerificationFailure {
        for (var tile : Tile.allOf(size)) {
            if (tile.level() == 0) {
                readBundle(tile, tree, records);
            }
        }
    }

    private void readBundle(Tile tile, MerkleTree tree, Consumer<LogRecord> records)
            throws IOException, VerificationFailure {
        try {
            var entries = EntryBundle.decode(source.read("log/" + tile.entriesPath()));
            if (entries.size() != tile.width()) {
                throw new VerificationFailure(tile.entriesPath() + " has " + entries.size() + " entries");
            }
            for (var entry : entries) {
                tree.append(Hash.ofLeaf(entry));
                records.accept(LogRecord.read(entry));
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new VerificationFailure(tile.entriesPath() + " holds what is no record: " + e.getMessage());
        }
    }

    private int checkTiles(long size, MerkleTree tree) throws IOException, VerificationFailure {
        var tiles = Tile.allOf(size);
        for (var tile : tiles) {
            if (!Arrays.equals(source.read("log/" + tile.path()), TileBytes.of(tile, tree))) {
                throw new VerificationFailure(tile.path() + " is not what the entries give");
            }
        }
        return tiles.size();
    }

    private void checkFigures(Checkpoint checkpoint, DailyFigures figures) throws IOException, VerificationFailure {
        var published = source.read("api/v1/statistics/figures?size=" + checkpoint.size());
        if (!Arrays.equals(published, figures.publication(checkpoint.root()))) {
            throw new VerificationFailure("The published figures are not what the log gives");
        }
    }

    /**
     * What was checked.
     *
     * @param accepted the checkpoint, and who signed and cosigned it; compare the keys with what you were told
     *     elsewhere
     * @param tiles how many tiles were recomputed
     * @param figures how many rows of figures were recomputed
     * @param priceReleases how many publications of scrap prices were recomputed
     */
    public record Report(Accepted accepted, int tiles, int figures, int priceReleases) {

        public Checkpoint checkpoint() {
            return accepted.checkpoint();
        }
    }
}
