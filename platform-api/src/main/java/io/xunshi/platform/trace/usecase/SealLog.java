package io.xunshi.platform.trace.usecase;

import io.xunshi.platform.objectstore.ObjectStore;
import io.xunshi.platform.trace.TraceLog.Entry;
import io.xunshi.platform.trace.TraceLog.Sealed;
import io.xunshi.platform.trace.storage.LogRepository;
import io.xunshi.transparency.merkle.EntryBundle;
import io.xunshi.transparency.merkle.Hash;
import io.xunshi.transparency.merkle.Tile;
import io.xunshi.transparency.merkle.TileBytes;
import io.xunshi.transparency.note.Note;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Turns queued entries into the public log. One replica at a time sequences and signs, in one short transaction under
 * an advisory lock: indices and the signed promise commit together. Then tiles are written, and the checkpoint last, so
 * whoever reads a checkpoint finds everything under it. A crash at any point leaves a signed, unpublished checkpoint,
 * which the next run publishes: tiles are a function of the entries, so writing them again writes the same bytes.
 *
 * <p>Between tiles and checkpoint the witnesses are asked, outside of any transaction. While too few of them cosign,
 * sequencing and signing go on, nothing is published, and the newest signed checkpoint is shown to them again.
 */
@Component
public class SealLog {
    private static final int BATCH = 5000;
    private static final int WRITES_AT_ONCE = 4;
    private static final String OCTETS = "application/octet-stream";
    private static final String CHECKPOINT = "log/checkpoint";

    private final LogRepository log;
    private final LogTree tree;
    private final ObjectStore store;
    private final LogKeys keys;
    private final AskWitnesses witnesses;
    private final TransactionalOperator transaction;
    private final Clock clock;

    /** Tiles of a tree of this size are in the store: they need not be written again while witnesses are waited for. */
    private final AtomicLong written = new AtomicLong();

    /** The size whose published note was found to be what the policy asks for. */
    private final AtomicLong satisfied = new AtomicLong(-1);

    SealLog(
            LogRepository log,
            LogTree tree,
            ObjectStore store,
            LogKeys keys,
            AskWitnesses witnesses,
            TransactionalOperator transaction,
            Clock clock) {
        this.log = log;
        this.tree = tree;
        this.store = store;
        this.keys = keys;
        this.witnesses = witnesses;
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
        return tree.preview().flatMap(preview -> log.sign(promise(preview.size(), preview.root()), clock.instant()));
    }

    private Sealed promise(long size, Hash root) {
        return new Sealed(size, root, keys.sign(size, root, clock.instant()).toString());
    }

    private Mono<Void> publishPending() {
        return log.newestSigned().flatMap(this::pending).flatMap(this::publish);
    }

    /**
     * The newest promise while it is not published; and the published one once more, signed again, where keys or
     * witnesses came since: a quiet log would otherwise not be believed by its own policy until the next record.
     */
    private Mono<Sealed> pending(Sealed signed) {
        return satisfied.get() == signed.size()
                ? Mono.empty()
                : log.publishedAt(signed.size())
                        .map(published -> isSatisfying(published)
                                ? Optional.<Sealed>empty()
                                : Optional.of(promise(published.size(), published.root())))
                        .defaultIfEmpty(Optional.of(signed))
                        .flatMap(Mono::justOrEmpty);
    }

    private boolean isSatisfying(Sealed published) {
        var isSatisfying = keys.areSatisfiedBy(Note.read(utf8(published.note())));
        if (isSatisfying) {
            satisfied.set(published.size());
        }
        return isSatisfying;
    }

    private Mono<Void> publish(Sealed signed) {
        return log.newestPublished()
                .map(Sealed::size)
                .defaultIfEmpty(0L)
                .map(published -> Math.max(published, written.get()))
                .flatMap(from -> tree.catchUp().then(writeTiles(from, signed.size())))
                .then(Mono.fromRunnable(() -> written.set(signed.size())))
                .then(Mono.defer(() -> witnesses.cosigned(Note.read(utf8(signed.note())), proofsOf(signed))))
                .flatMap(cosigned -> publish(signed, cosigned));
    }

    private Mono<Void> publish(Sealed signed, Note cosigned) {
        return show(cosigned.toString())
                .then(log.markPublished(signed.size(), cosigned.toString(), clock.instant()))
                .then(Mono.defer(this::showNewest));
    }

    /**
     * Puts right what another replica wrote over, one that hung between its witnesses and the store: nobody shall see
     * the log shrink. Whoever writes last looks after it, so that in the end the newest stands there.
     */
    private Mono<Void> showNewest() {
        return log.newestPublished()
                .flatMap(newest -> store.get(CHECKPOINT, Note.BYTES_MAX)
                        .map(shown -> new String(shown, StandardCharsets.UTF_8))
                        .filter(shown -> !shown.equals(newest.note()))
                        .flatMap(other -> show(newest.note()).then(Mono.defer(this::showNewest))));
    }

    private Mono<Void> show(String note) {
        return store.put(CHECKPOINT, utf8(note), "text/plain; charset=utf-8");
    }

    private LongFunction<List<Hash>> proofsOf(Sealed signed) {
        return from -> tree.read(whole -> whole.consistencyProof(from, signed.size()));
    }

    private Mono<Void> writeTiles(long from, long size) {
        return Flux.fromIterable(Tile.addedSince(from, size))
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

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
