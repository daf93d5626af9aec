package io.xunshi.transparency.verify;

import io.xunshi.transparency.merkle.EntryBundle;
import io.xunshi.transparency.merkle.Hash;
import io.xunshi.transparency.merkle.MerkleTree;
import io.xunshi.transparency.merkle.Tile;
import io.xunshi.transparency.merkle.TileBytes;
import io.xunshi.transparency.note.Checkpoint;
import io.xunshi.transparency.note.NoteSigner;
import io.xunshi.transparency.note.SignatureType;
import io.xunshi.transparency.record.TradeRecord;
import io.xunshi.transparency.statistics.DailyFigures;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

/** Logs made for tests. */
public final class Logs {
    private static final NoteSigner SIGNER = NoteSigner.of("xunshi.example/log", SignatureType.ED25519, new byte[32]);

    private Logs() {}

    /** Random records; the same seed gives the same ones. */
    public static List<TradeRecord> records(int count, long seed) {
        var random = new Random(seed);
        var records = new ArrayList<TradeRecord>();
        for (int i = 0; i < count; i++) {
            records.add(new TradeRecord(
                    TradeRecord.Step.values()[random.nextInt(3)],
                    Instant.parse("2026-08-25T00:00:00Z").plus(Duration.ofMinutes(random.nextInt(90 * 24 * 60))),
                    new UUID(random.nextLong(), random.nextLong()),
                    "D000-0000-%04d-0".formatted(i),
                    List.of("sofa", "bicycle", "laptop").get(random.nextInt(3)),
                    List.of("ZZ-JS", "ZZ-EQ").get(random.nextInt(2)),
                    "GOOD",
                    1 + random.nextInt(1_000_000),
                    0,
                    "ab",
                    "buyer\u00e9\n\"",
                    "卖家"));
        }
        return records;
    }

    /** All files that the log of these records publishes. */
    static Map<String, byte[]> filesOf(List<TradeRecord> records) {
        var tree = new MerkleTree();
        var figures = new DailyFigures();
        records.forEach(record -> {
            tree.append(Hash.ofLeaf(record.bytes()));
            figures.add(record);
        });
        var files = new TreeMap<String, byte[]>();
        files.put("log/key", SIGNER.verifier().text().getBytes(StandardCharsets.UTF_8));
        var checkpoint = new Checkpoint("xunshi.example/log", tree.size(), tree.root());
        files.put("log/checkpoint", checkpoint.signedBy(Instant.EPOCH, SIGNER).bytes());
        for (var tile : Tile.allOf(tree.size())) {
            files.put("log/" + tile.path(), TileBytes.of(tile, tree));
            if (tile.level() == 0) {
                var from = Math.toIntExact(tile.index() * Tile.FULL);
                files.put(
                        "log/" + tile.entriesPath(),
                        EntryBundle.encode(records.subList(from, from + tile.width()).stream()
                                .map(TradeRecord::bytes)
                                .toList()));
            }
        }
        files.put("api/v1/statistics/figures?size=" + tree.size(), figures.publication(tree.root()));
        return files;
    }
}
