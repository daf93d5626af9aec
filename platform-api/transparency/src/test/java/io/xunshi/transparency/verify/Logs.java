package io.xunshi.transparency.verify;

import io.xunshi.transparency.merkle.EntryBundle;
import io.xunshi.transparency.merkle.Hash;
import io.xunshi.transparency.merkle.MerkleTree;
import io.xunshi.transparency.merkle.Tile;
import io.xunshi.transparency.merkle.TileBytes;
import io.xunshi.transparency.note.Checkpoint;
import io.xunshi.transparency.note.Note;
import io.xunshi.transparency.note.NoteSigner;
import io.xunshi.transparency.note.SignatureType;
import io.xunshi.transparency.note.TlogProof;
import io.xunshi.transparency.record.LogRecord;
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
import java.util.stream.IntStream;

/** Logs made for tests. */
public final class Logs {
    private static final String ORIGIN = "xunshi.example/log";
    private static final NoteSigner SIGNER = signer(ORIGIN, SignatureType.ED25519, 0);
    private static final NoteSigner SECOND_SIGNER = signer(ORIGIN, SignatureType.ML_DSA_44_COSIGNATURE, 0);
    private static final List<NoteSigner> WITNESSES = IntStream.rangeClosed(1, 3)
            .mapToObj(i -> signer("witness.example/" + i, SignatureType.ED25519_COSIGNATURE, i))
            .toList();

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

    /** Of completed trades between many people. */
    public static List<TradeRecord> sales(int count, long seed) {
        var random = new Random(seed);
        return records(count, seed).stream()
                .map(any -> new TradeRecord(
                        TradeRecord.Step.COMPLETED,
                        any.at(),
                        any.id(),
                        any.order(),
                        any.category(),
                        any.district(),
                        any.condition(),
                        1 + random.nextInt(40) * 100L,
                        0,
                        any.snapshot(),
                        "buyer" + random.nextInt(50),
                        "seller" + random.nextInt(50)))
                .toList();
    }

    /** All files that the log of these records publishes. */
    static Map<String, byte[]> filesOf(List<? extends LogRecord> records) {
        var tree = new MerkleTree();
        var figures = new DailyFigures();
        records.forEach(record -> {
            tree.append(Hash.ofLeaf(record.bytes()));
            figures.add(record);
        });
        var files = new TreeMap<String, byte[]>();
        files.put("log/key", SIGNER.verifier().text().getBytes(StandardCharsets.UTF_8));
        files.put("log/policy", policy().getBytes(StandardCharsets.UTF_8));
        files.put("log/checkpoint", cosigned(tree).bytes());
        for (var tile : Tile.allOf(tree.size())) {
            files.put("log/" + tile.path(), TileBytes.of(tile, tree));
            if (tile.level() == 0) {
                var from = Math.toIntExact(tile.index() * Tile.FULL);
                files.put(
                        "log/" + tile.entriesPath(),
                        EntryBundle.encode(records.subList(from, from + tile.width()).stream()
                                .map(LogRecord::bytes)
                                .toList()));
            }
        }
        files.put("api/v1/statistics/figures?size=" + tree.size(), figures.publication(tree.root()));
        return files;
    }

    /** All that a site with such a log shows; there were no auctions. */
    static Map<String, byte[]> site(int count) {
        return siteOf(records(count, 6));
    }

    /** The same for these records. */
    static Map<String, byte[]> siteOf(List<? extends LogRecord> records) {
        var files = filesOf(records);
        files.put("api/v1/auctions?limit=60", "{\"items\":[],\"nextCursor\":null}".getBytes(StandardCharsets.UTF_8));
        return files;
    }

    /** The proof of one of so many records. */
    static byte[] proof(int count, int index) {
        var records = records(count, 6);
        var tree = new MerkleTree();
        records.forEach(record -> tree.append(Hash.ofLeaf(record.bytes())));
        return new TlogProof(records.get(index).bytes(), index, tree.inclusionProof(index, count), cosigned(tree))
                .bytes();
    }

    /** Two of three witnesses are needed, and exactly two cosign. */
    static String policy() {
        var policy = new StringBuilder("log %s\nlog %s\n"
                .formatted(SIGNER.verifier().text(), SECOND_SIGNER.verifier().text()));
        for (int i = 0; i < WITNESSES.size(); i++) {
            policy.append("witness w%d %s\n"
                    .formatted(i + 1, WITNESSES.get(i).verifier().text()));
        }
        return policy.append("group g 2 w1 w2 w3\nquorum g\n").toString();
    }

    /** A witness is needed that did not cosign, and whose key is not known everywhere. */
    static String policyOfAWitnessWithMlDsa() {
        var witness = signer("witness.example/4", SignatureType.ML_DSA_44_COSIGNATURE, 4);
        return policy().replace(
                        "group g 2 w1 w2 w3\n",
                        "witness w4 %s\ngroup g all w1 w4\n"
                                .formatted(witness.verifier().text()));
    }

    private static Note cosigned(MerkleTree tree) {
        return new Checkpoint(ORIGIN, tree.size(), tree.root())
                .signedBy(Instant.EPOCH, SIGNER, SECOND_SIGNER, WITNESSES.get(0), WITNESSES.get(1));
    }

    private static NoteSigner signer(String name, SignatureType type, int number) {
        var seed = new byte[32];
        seed[0] = (byte) number;
        return NoteSigner.of(name, type, seed);
    }
}
