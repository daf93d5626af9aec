package io.xunshi.platform.trace.usecase;

import io.xunshi.platform.objectstore.ObjectStore;
import io.xunshi.platform.trace.TraceLog.Entry;
import io.xunshi.platform.trace.TraceLog.Sealed;
import io.xunshi.platform.trace.storage.LogRepository;
import io.xunshi.platform.trace.usecase.LogTree.Preview;
import io.xunshi.transparency.merkle.EntryBundle;
import io.xunshi.transparency.merkle.Tile;
import io.xunshi.transparency.merkle.TileBytes;
import io.xunshi.transparency.note.Checkpoint;
import io.xunshi.transparency.note.NoteSigner;
import io.xunshi.transparency.note.SignatureType;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Turns queued entries into the public log. One replica at a time sequences and signs, in one short transaction under
 * an advisory lock: indices and the signed promise commit together. Then tiles are written, and the checkpoint last, so
 * whoever reads a checkpoint finds everything under it. A crash at any point leaves a signed, unpublished checkpoint,
 * which the next run publishes as it is: tiles are a function of the entries, so writing them again writes the same
 * bytes.
 */
@Component
public class SealLog {
    private static final int BATCH = 5000;
    private static final int WRITES_AT_ONCE = 4;
    private static final String OCTETS = "application/octet-stream";

    private final LogRepository log;
    private final LogTree tree;
    private final ObjectStore store;
    private final NoteSigner signer;
    private final TransactionalOperator transaction;
    private final Clock clock;

    SealLog(
            LogRepository log,
            LogTree tree,
            ObjectStore store,
            TraceSettings settings,
            TransactionalOperator transaction,
            Clock clock) {
        this.log = log;
        this.tree = tree;
        this.store = store;
        signer = NoteSigner.of(settings.origin(), SignatureType.ED25519, settings.signingKeyBytes());
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${xunshi.log.seal-interval:250ms}")
    public Mono<Void> seal() {
        return publishPending()
                .then(sequence())
                .filter(sequenced -> sequenced > 0)
                .flatMap(sequenced -> publishPending());
    }

    /** The log's public key. */
    public String verifierKey() {
        return signer.verifier().text();
    }

    private Mono<Long> sequence() {
        return log.becomeSequencer()
                .filter(alone -> alone)
                .flatMap(alone -> log.sequence(BATCH))
                .filter(sequenced -> sequenced > 0)
                .delayUntil(sequenced -> sign())
                .as(transaction::transactional);
    }

    /** Inside the sequencer's transaction, whose entries nobody else sees yet: so the tree must not keep them. */
    private Mono<Void> sign() {
        return tree.preview().flatMap(preview -> log.sign(promise(preview), clock.instant()));
    }

    private Sealed promise(Preview preview) {
        var checkpoint = new Checkpoint(signer.verifier().name(), preview.size(), preview.root());
        var note = checkpoint.signedBy(clock.instant(), signer);
        return new Sealed(preview.size(), preview.root(), note.toString());
    }

    private Mono<Void> publishPending() {
        return log.newestSigned()
                .flatMap(signed -> log.publishedAt(signed.size())
                        .hasElement()
                        .filter(published -> !published)
                        .flatMap(pending -> publish(signed)));
    }

    private Mono<Void> publish(Sealed signed) {
        return log.newestPublished()
                .map(Sealed::size)
                .defaultIfEmpty(0L)
                .flatMap(from -> tree.catchUp().then(writeTiles(from, signed.size())))
                .then(store.put("log/checkpoint", utf8(signed.note()), "text/plain; charset=utf-8"))
                .then(log.markPublished(signed.size(), clock.instant()));
    }

    private Mono<Void> writeTiles(long from, long size) {
        return Flux.fromStream(() -> Tile.allOf(size).stream().filter(tile -> isNew(tile, from)))
                .flatMap(this::writeTile, WRITES_AT_ONCE)
                .then();
    }

    private Mono<Void> writeTile(Tile tile) {
        var hashes = store.put("log/" + tile.path(), tree.read(whole -> TileBytes.of(tile, whole)), OCTETS);
        return tile.level() > 0 ? hashes : writeEntries(tile).then(hashes);
    }

    private Mono<Void> writeEntries(Tile tile) {
        return log.entriesFrom(tile.index() * Tile.FULL, tile.width())
                .map(Entry::bytes)
                .collectList()
                .map(EntryBundle::encode)
                .flatMap(bundle -> store.put("log/" + tile.entriesPath(), bundle, OCTETS));
    }

    /** Whether the tile has hashes that the tree of the earlier size had not. */
    private static boolean isNew(Tile tile, long from) {
        var hashesBefore = from >> (8 * tile.level());
        return tile.index() * Tile.FULL + tile.width() > hashesBefore;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
