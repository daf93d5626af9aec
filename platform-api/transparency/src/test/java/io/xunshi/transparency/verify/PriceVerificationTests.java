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
import io.xunshi.transparency.record.Vintage;
import java.io.FileNotFoundException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
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

    private static byte[] published() {
        var ledger = new PriceLedger();
        var tree = new MerkleTree();
        for (var record : before()) {
            tree.append(Hash.ofLeaf(record.bytes()));
            if (record instanceof PriceRecord price) {
                ledger.add(price);
            }
        }
        return ledger.publication(Observations.WEEK, Vintage.P, tree.size(), tree.root())
                .orElseThrow()
                .bytes();
    }

    private static List<LogRecord> before() {
        var records = new ArrayList<LogRecord>(Logs.records(20, 1));
        records.addAll(Observations.week());
        return records;
    }

    private static Map<String, byte[]> files(byte[] publication) throws Exception {
        var records = before();
        var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(publication));
        records.add(new Released(Observations.WEEK, Vintage.P, hash));
        var files = Logs.filesOf(records);
        files.put(PATH, publication);
        return files;
    }

    private static LogVerification.Report verify(Map<String, byte[]> files) throws Exception {
        return new LogVerification(path -> {
                    var file = files.get(path);
                    if (file == null) {
                        throw new FileNotFoundException(path);
                    }
                    return file;
                })
                .verify();
    }
}
