package io.xunshi.infra.launcher.faults;

import io.xunshi.transparency.merkle.EntryBundle;
import io.xunshi.transparency.merkle.Tile;
import io.xunshi.transparency.note.Checkpoint;
import io.xunshi.transparency.note.VerifierKey;
import io.xunshi.transparency.record.LogRecord;
import io.xunshi.transparency.record.TradeRecord;
import io.xunshi.transparency.verify.LogSource;
import io.xunshi.transparency.verify.SiteVerification;
import io.xunshi.transparency.verify.VerificationFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A site's log as everybody can read it. */
final class PublicLog implements LogSource {

    private static final int OK = 200;

    private final URI site;

    PublicLog(URI site) {
        this.site = site;
    }

    /** How many records are published. */
    long size() throws IOException {
        return checkpoint().size();
    }

    /** All published steps of trades. */
    List<TradeRecord> records() throws IOException {
        var records = new ArrayList<TradeRecord>();
        for (Tile tile : Tile.allOf(size())) {
            if (tile.level() == 0) {
                EntryBundle.decode(read("log/" + tile.entriesPath())).stream()
                        .map(LogRecord::read)
                        .filter(TradeRecord.class::isInstance)
                        .map(TradeRecord.class::cast)
                        .forEach(records::add);
            }
        }
        return records;
    }

    /** What is wrong with the log, or with an auction that it has, or nothing. */
    String fault() throws IOException {
        try {
            new SiteVerification(this).verify();
            return "";
        } catch (VerificationFailure e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Override
    public byte[] read(String path) throws IOException {
        HttpResponse<byte[]> response = Web.send(Web.request(site.resolve("/" + path)))
                .orElseThrow(() -> new IOException(path + " was not answered"));
        if (response.statusCode() != OK) {
            throw new IOException(path + " was answered with " + response.statusCode());
        }
        return response.body();
    }

    private Checkpoint checkpoint() throws IOException {
        return Checkpoint.open(text("log/checkpoint"), VerifierKey.parse(text("log/key")));
    }

    private String text(String path) throws IOException {
        return new String(read(path), StandardCharsets.UTF_8);
    }
}
