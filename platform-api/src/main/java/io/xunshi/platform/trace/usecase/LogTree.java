package io.xunshi.platform.trace.usecase;

import io.xunshi.platform.trace.TraceLog.Entry;
import io.xunshi.platform.trace.storage.LogRepository;
import io.xunshi.transparency.merkle.Frontier;
import io.xunshi.transparency.merkle.Hash;
import io.xunshi.transparency.merkle.MerkleTree;
import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The tree over all sequenced entries, kept in memory (64 bytes an entry) and caught up from PostgreSQL when asked for
 * more. Every replica has its own; they cannot differ, since entries never change. Thread-safe.
 */
@Component
class LogTree {
    private static final int BATCH = 4096;

    private final LogRepository log;
    private final MerkleTree tree = new MerkleTree();
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

    LogTree(LogRepository log) {
        this.log = log;
    }

    /** Takes in what was sequenced meanwhile, and answers with the size. */
    Mono<Long> catchUp() {
        return Mono.defer(() -> log.entriesFrom(size(), BATCH).collectList())
                .map(this::append)
                .repeat()
                .takeUntil(appended -> appended < BATCH)
                .then(Mono.fromCallable(this::size));
    }

    /**
     * What size and root would be with entries that only the caller's transaction sees. The tree does not keep them:
     * the transaction may yet fail.
     */
    Mono<Preview> preview() {
        return Mono.defer(() -> log.entriesFrom(size(), Integer.MAX_VALUE).collectList())
                .map(this::preview);
    }

    /** Reads something off the tree while nobody changes it. */
    <T> T read(Function<MerkleTree, T> question) {
        lock.readLock().lock();
        try {
            return question.apply(tree);
        } finally {
            lock.readLock().unlock();
        }
    }

    private Preview preview(List<Entry> uncommitted) {
        return read(committed -> {
            var ahead = Frontier.of(committed);
            uncommitted.stream()
                    .filter(entry -> entry.index() == ahead.size())
                    .forEach(entry -> ahead.append(Hash.ofLeaf(entry.bytes())));
            return new Preview(ahead.size(), ahead.root());
        });
    }

    private long size() {
        return read(MerkleTree::size);
    }

    /** Two that catch up at once read the same entries; the second finds them there. */
    private int append(List<Entry> entries) {
        lock.writeLock().lock();
        try {
            entries.stream()
                    .filter(entry -> entry.index() == tree.size())
                    .forEach(entry -> tree.append(Hash.ofLeaf(entry.bytes())));
            return entries.size();
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** What is about to be promised. */
    record Preview(long size, Hash root) {}
}
