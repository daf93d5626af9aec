package io.xunshi.infra.launcher.bench;

import io.xunshi.infra.server.Folders;
import io.xunshi.transparency.fold.PartialFold;
import io.xunshi.transparency.merkle.EntryBundle;
import io.xunshi.transparency.merkle.Hash;
import io.xunshi.transparency.merkle.MerkleTree;
import io.xunshi.transparency.merkle.Tile;
import io.xunshi.transparency.merkle.TileBytes;
import io.xunshi.transparency.note.Checkpoint;
import io.xunshi.transparency.note.NoteSigner;
import io.xunshi.transparency.note.SignatureType;
import io.xunshi.transparency.record.TradeRecord;
import io.xunshi.transparency.record.TradeRecord.Step;
import io.xunshi.transparency.verify.EntryRange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * The files of a site whose log has so many records of purchases, four to each, spread over a year; and its figures.
 * Written range by range, so that a large one needs no more memory than a small one but for the figures.
 */
final class GeneratedLog {
    private static final String ORIGIN = "xunshi.bench/log";
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final long YEAR_MILLIS = 365L * 24 * 60 * 60 * 1000;
    private static final List<Step> STEPS = List.of(Step.PAID, Step.SHIPPED, Step.DELIVERED, Step.COMPLETED);
    private static final List<String> GRADES = List.of("NEW", "LIKE_NEW", "GOOD", "FAIR", "WORN");
    private static final int CATEGORIES = 24;
    private static final int DISTRICTS = 8;
    private static final int PRICES = 60;
    private static final int LEVELS_OF_A_RANGE = 2;

    private final Path folder;
    private final long size;
    private final Random random = new Random(7);
    private final MerkleTree roots = new MerkleTree();
    private final PartialFold fold = new PartialFold();

    private GeneratedLog(Path folder, long size) {
        this.folder = folder;
        this.size = size;
    }

    /** The folder of such a site below the given one; where it is there already, as it is. */
    static Path of(Path parent, long size) throws IOException {
        var folder = parent.resolve("log-" + size);
        if (!Files.exists(folder)) {
            var unfinished = parent.resolve("log-" + size + ".unfinished");
            if (Files.exists(unfinished)) {
                Folders.delete(unfinished);
            }
            new GeneratedLog(unfinished, size).write();
            Files.move(unfinished, folder);
        }
        return folder;
    }

    private void write() throws IOException {
        for (var range : EntryRange.allOf(size)) {
            write(range);
        }
        for (var tile : Tile.allOf(size)) {
            if (tile.level() >= LEVELS_OF_A_RANGE) {
                var local = new Tile(tile.level() - LEVELS_OF_A_RANGE, tile.index(), tile.width());
                write("log/" + tile.path(), TileBytes.of(local, roots));
            }
        }
        var signer = NoteSigner.of(ORIGIN, SignatureType.ED25519, new byte[Hash.SIZE]);
        var key = signer.verifier().text();
        write("log/key", utf8(key));
        write("log/policy", utf8("log " + key + "\nquorum none\n"));
        write(
                "log/checkpoint",
                utf8(new Checkpoint(ORIGIN, size, roots.root())
                        .signedBy(FIRST, signer)
                        .toString()));
        write("api/v1/statistics/figures?size=" + size, fold.whole().daily().publication(roots.root()));
    }

    private void write(EntryRange range) throws IOException {
        var tree = new MerkleTree();
        for (var local : Tile.allOf(range.entries())) {
            switch (local.level()) {
                case 0 -> {
                    var tile = new Tile(0, range.index() * Tile.FULL + local.index(), local.width());
                    write("log/" + tile.entriesPath(), EntryBundle.encode(entries(tile, tree)));
                    write("log/" + tile.path(), TileBytes.of(local, tree));
                }
                case 1 -> write("log/" + new Tile(1, range.index(), local.width()).path(), TileBytes.of(local, tree));
                default -> {
                    // Of many ranges.
                }
            }
        }
        roots.append(tree.root());
    }

    private List<byte[]> entries(Tile tile, MerkleTree tree) {
        var entries = new ArrayList<byte[]>();
        for (int i = 0; i < tile.width(); i++) {
            var index = tile.index() * Tile.FULL + i;
            var entry = record(index).bytes();
            entries.add(entry);
            tree.append(Hash.ofLeaf(entry));
            fold.add(index, entry);
        }
        return entries;
    }

    private TradeRecord record(long index) {
        var category = random.nextInt(CATEGORIES);
        return new TradeRecord(
                STEPS.get((int) (index % STEPS.size())),
                FIRST.plusMillis((long) ((double) YEAR_MILLIS * index / size)),
                new UUID(random.nextLong(), random.nextLong()),
                "D%03d-%04d-%04d-0".formatted(index / 100_000_000, index / 10_000 % 10_000, index % 10_000),
                "furniture.category-%02d".formatted(category),
                "ZZ-%02d".formatted(random.nextInt(DISTRICTS)),
                GRADES.get(random.nextInt(GRADES.size())),
                (1 + category) * (1 + random.nextInt(PRICES)) * 500L,
                0,
                hash(),
                hash(),
                hash());
    }

    private String hash() {
        var bytes = new byte[Hash.SIZE];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private void write(String path, byte[] content) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
