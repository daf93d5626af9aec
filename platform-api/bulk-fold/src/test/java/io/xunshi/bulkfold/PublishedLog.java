package io.xunshi.bulkfold;

import io.xunshi.transparency.fold.MarketFold;
import io.xunshi.transparency.merkle.EntryBundle;
import io.xunshi.transparency.merkle.Hash;
import io.xunshi.transparency.merkle.MerkleTree;
import io.xunshi.transparency.merkle.Tile;
import io.xunshi.transparency.merkle.TileBytes;
import io.xunshi.transparency.note.Checkpoint;
import io.xunshi.transparency.note.NoteSigner;
import io.xunshi.transparency.note.SignatureType;
import io.xunshi.transparency.price.PricePublication;
import io.xunshi.transparency.record.LogRecord;
import io.xunshi.transparency.record.PriceLevel;
import io.xunshi.transparency.record.PriceObservation;
import io.xunshi.transparency.record.PriceRecord.Committed;
import io.xunshi.transparency.record.PriceRecord.Released;
import io.xunshi.transparency.record.PriceRecord.WeekClosed;
import io.xunshi.transparency.record.PriceWeek;
import io.xunshi.transparency.record.TradeRecord;
import io.xunshi.transparency.record.Vintage;
import io.xunshi.transparency.verify.PriceVerification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

/** A site's files as the service would publish them, with its log folded record by record. */
final class PublishedLog {
    private static final String ORIGIN = "xunshi.example/log";
    private static final PriceWeek WEEK = new PriceWeek(LocalDate.of(2026, 11, 16));

    private final Path folder;
    private final MerkleTree tree = new MerkleTree();
    private final MarketFold fold = new MarketFold();
    private final List<byte[]> entries = new ArrayList<>();

    private PublishedLog(Path folder) {
        this.folder = folder;
    }

    /**
     * Sales, and between them a week of prices with its release.
     *
     * @param size how many records, more than twenty
     */
    static PublishedLog write(Path folder, int size) throws IOException {
        var log = new PublishedLog(folder);
        var random = new Random(11);
        var week = week();
        for (int i = 0; i < size; i++) {
            log.add(i >= size / 2 && i < size / 2 + week.size() ? week.get(i - size / 2) : sale(random, i));
            if (i == size - 10) {
                log.release();
                i++;
            }
        }
        log.publish();
        return log;
    }

    Path file(String path) {
        return folder.resolve(path);
    }

    String figuresPath() {
        return "api/v1/statistics/figures?size=" + tree.size();
    }

    static String pricesPath() {
        return PriceVerification.path(WEEK, Vintage.P);
    }

    private void add(LogRecord record) {
        var entry = record.bytes();
        entries.add(entry);
        tree.append(Hash.ofLeaf(entry));
        fold.add(record);
    }

    private void release() throws IOException {
        var publication = fold.prices()
                .publication(WEEK, Vintage.P, tree.size(), tree.root())
                .map(PricePublication::bytes)
                .orElseThrow();
        write(pricesPath(), publication);
        add(new Released(WEEK, Vintage.P, sha256(publication)));
    }

    private void publish() throws IOException {
        var signer = NoteSigner.of(ORIGIN, SignatureType.ED25519, new byte[32]);
        write("log/key", signer.verifier().text().getBytes(StandardCharsets.UTF_8));
        write(
                "log/policy",
                "log %s\nquorum none\n".formatted(signer.verifier().text()).getBytes(StandardCharsets.UTF_8));
        write(
                "log/checkpoint",
                new Checkpoint(ORIGIN, tree.size(), tree.root())
                        .signedBy(Instant.EPOCH, signer)
                        .bytes());
        for (var tile : Tile.allOf(tree.size())) {
            write("log/" + tile.path(), TileBytes.of(tile, tree));
            if (tile.level() == 0) {
                var from = (int) tile.index() * Tile.FULL;
                write("log/" + tile.entriesPath(), EntryBundle.encode(entries.subList(from, from + tile.width())));
            }
        }
        write(figuresPath(), fold.daily().publication(tree.root()));
    }

    private void write(String path, byte[] content) throws IOException {
        Files.createDirectories(file(path).getParent());
        Files.write(file(path), content);
    }

    private static TradeRecord sale(Random random, int number) {
        return new TradeRecord(
                TradeRecord.Step.COMPLETED,
                Instant.parse("2026-08-25T00:00:00Z").plus(Duration.ofMinutes(random.nextInt(90 * 24 * 60))),
                new UUID(random.nextLong(), random.nextLong()),
                "D" + number,
                List.of("sofa", "bicycle", "laptop").get(random.nextInt(3)),
                List.of("ZZ-JS", "ZZ-EQ").get(random.nextInt(2)),
                List.of("GOOD", "FAIR").get(random.nextInt(2)),
                1 + random.nextInt(1_000_000),
                0,
                "ab",
                "buyer" + random.nextInt(100),
                "seller" + random.nextInt(100));
    }

    private static List<LogRecord> week() {
        var records = new ArrayList<LogRecord>();
        for (int number = 0; number < 6; number++) {
            records.add(new Committed(WEEK, observation(number).commitment(secretOf(number))));
        }
        for (int number = 0; number < 6; number++) {
            records.add(observation(number)
                    .revealed(secretOf(number), Vintage.P, PriceLevel.AREA, "s" + number, "b" + number));
        }
        records.add(new WeekClosed(WEEK, Vintage.P, 6, new TreeMap<>(), "0"));
        return records;
    }

    private static PriceObservation observation(int number) {
        return new PriceObservation(
                WEEK,
                "NF-AL-TWI",
                "NF-AL",
                "ZZ-GY",
                (20L + number) * 1_000_000,
                1_730_000 + number * 1_000L,
                "group-s" + number,
                "group-b" + number,
                Map.of("sameControl", "no"));
    }

    private static byte[] secretOf(int number) {
        var secret = new byte[32];
        secret[0] = (byte) number;
        return secret;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
