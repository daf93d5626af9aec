package io.xunshi.transparency.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunshi.transparency.merkle.Hash;
import io.xunshi.transparency.merkle.MerkleTree;
import io.xunshi.transparency.price.Observations;
import io.xunshi.transparency.price.PriceLedger;
import io.xunshi.transparency.record.LogRecord;
import io.xunshi.transparency.record.PriceRecord;
import io.xunshi.transparency.record.PriceRecord.Released;
import io.xunshi.transparency.record.PriceRecord.WeekClosed;
import io.xunshi.transparency.record.Vintage;
import java.io.FileNotFoundException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PriceVerificationTests {
    private static final String PATH = "api/v1/statistics/prices/releases/2026-W47/P";

    @Test
    void publishedPricesAreRecomputedFromTheTiles() throws Exception {
        assertThat(verify(files(published())).priceReleases()).isOne();
    }

    @Test
    void pricesThatAreNotShownAreFound() throws Exception {
        var files = files(published());
        files.remove(PATH);

        assertThatThrownBy(() -> verify(files)).isInstanceOf(FileNotFoundException.class);
    }

    @Test
    void pricesThatTheLogDoesNotGiveAreFound() throws Exception {
        var other = new String(published(), StandardCharsets.UTF_8)
                .replace("\"trades\":6", "\"trades\":7")
                .getBytes(StandardCharsets.UTF_8);
        var shown = files(published());
        shown.put(PATH, other);

        assertThatThrownBy(() -> verify(files(other)))
                .isInstanceOf(VerificationFailure.class)
                .hasMessageContaining("not what the log gives");
        assertThatThrownBy(() -> verify(shown))
                .isInstanceOf(VerificationFailure.class)
                .hasMessageContaining("not those that are in the log");
    }

    @Test
    void aCheckpointFromBeforeTheClosingIsFound() {
        var before = before();
        var tree = treeOf(before);
        var sooner = published(before, tree.size() - 1, tree.rootAt(tree.size() - 1));

        assertThatThrownBy(() -> verify(files(before, sooner)))
                .isInstanceOf(VerificationFailure.class)
                .hasMessageContaining("does not cover their closing");
    }

    @Test
    void aVintageThatIsClosedAfterALaterOneIsFoundInAMirrorToo() throws Exception {
        var published = published();
        var records = before();
        records.add(records.size() - 1, new WeekClosed(Observations.WEEK, Vintage.R1, 7, new TreeMap<>(), "0"));
        var files = files(records, published);

        assertThatThrownBy(() -> verification(files).verifyWithoutFigures())
                .isInstanceOf(VerificationFailure.class)
                .hasMessageContaining("too late");
    }

    private static byte[] published() {
        var before = before();
        var tree = treeOf(before);
        return published(before, tree.size(), tree.root());
    }

    private static byte[] published(List<LogRecord> records, long size, Hash root) {
        var ledger = new PriceLedger();
        for (var record : records) {
            if (record instanceof PriceRecord price) {
                ledger.add(price);
            }
        }
        return ledger.publication(Observations.WEEK, Vintage.P, size, root)
                .orElseThrow()
                .bytes();
    }

    private static MerkleTree treeOf(List<LogRecord> records) {
        var tree = new MerkleTree();
        records.forEach(record -> tree.append(Hash.ofLeaf(record.bytes())));
        return tree;
    }

    private static List<LogRecord> before() {
        var records = new ArrayList<LogRecord>(Logs.records(20, 1));
        records.addAll(Observations.week());
        return records;
    }

    private static Map<String, byte[]> files(byte[] publication) throws Exception {
        return files(before(), publication);
    }

    private static Map<String, byte[]> files(List<LogRecord> before, byte[] publication) throws Exception {
        var records = new ArrayList<>(before);
        var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(publication));
        records.add(new Released(Observations.WEEK, Vintage.P, hash));
        var files = Logs.filesOf(records);
        files.put(PATH, publication);
        return files;
    }

    private static LogVerification.Report verify(Map<String, byte[]> files) throws Exception {
        return verification(files).verify();
    }

    private static LogVerification verification(Map<String, byte[]> files) {
        return new LogVerification(path -> {
            var file = files.get(path);
            if (file == null) {
                throw new FileNotFoundException(path);
            }
            return file;
        });
    }
}
