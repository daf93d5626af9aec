package io.xunshi.platform.trace.usecase;

import io.xunshi.platform.audit.AuditedTrade;
import io.xunshi.platform.audit.AuditedTrades;
import io.xunshi.platform.objectstore.ObjectStore;
import io.xunshi.platform.trace.TraceLog;
import io.xunshi.platform.trace.TraceLog.Entry;
import io.xunshi.platform.trace.TraceLog.Sealed;
import io.xunshi.platform.trace.TraceProblem;
import io.xunshi.transparency.merkle.Hash;
import io.xunshi.transparency.note.Note;
import io.xunshi.transparency.note.TlogProof;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Hands out the log's files, and proofs for the records of one trade. */
@Component
public class ReadLog {
    /** What tlog-tiles allows; anything else would let a path wander through the store. */
    private static final Pattern FILE =
            Pattern.compile("checkpoint|tile/(entries|[0-9]{1,2})/(x[0-9]{3}/){0,5}[0-9]{3}(\\.p/[0-9]{1,3})?");

    private static final long FILE_BYTES_MAX = 17_000_000;

    private final ObjectStore store;
    private final List<AuditedTrades> trades;
    private final TraceLog log;
    private final LogTree tree;

    ReadLog(ObjectStore store, List<AuditedTrades> trades, TraceLog log, LogTree tree) {
        this.store = store;
        this.trades = trades;
        this.log = log;
        this.tree = tree;
    }

    /** Raises {@link TraceProblem#NO_SUCH_FILE}. */
    public Mono<byte[]> file(String path) {
        return FILE.matcher(path).matches()
                ? store.get("log/" + path, FILE_BYTES_MAX).switchIfEmpty(Mono.error(TraceProblem.NO_SUCH_FILE::raise))
                : Mono.error(TraceProblem.NO_SUCH_FILE.raise());
    }

    /**
     * Everything that proves a trade's records to be in the log, by its code; raises {@link TraceProblem#NOT_SEALED}.
     */
    public Mono<Receipt> receipt(String code) {
        return tradeOf(code)
                .flatMap(trade -> log.latest()
                        .flatMap(promise -> tree.catchUp()
                                .then(log.entriesOf(trade.id()).collectList())
                                .filter(entries -> !entries.isEmpty())
                                .map(entries -> receipt(trade, promise, entries))))
                .switchIfEmpty(Mono.error(TraceProblem.NOT_SEALED::raise));
    }

    /** One record of a trade, with all that proves it to be in the log; raises {@link TraceProblem#NOT_SEALED}. */
    public Mono<TlogProof> proof(String code, long index) {
        return receipt(code)
                .mapNotNull(receipt -> receipt.proofs().get(index))
                .switchIfEmpty(Mono.error(TraceProblem.NOT_SEALED::raise));
    }

    private Mono<AuditedTrade> tradeOf(String code) {
        return Flux.fromIterable(trades)
                .filter(one -> one.kind().canHave(code))
                .concatMap(one -> one.findByCode(code), 1)
                .next();
    }

    private Receipt receipt(AuditedTrade trade, Sealed promise, List<Entry> entries) {
        var proven = entries.stream()
                .filter(entry -> entry.index() < promise.size())
                .map(entry -> new Proven(
                        entry.index(),
                        entry.bytes(),
                        tree.read(whole -> whole.inclusionProof(entry.index(), promise.size()))))
                .toList();
        return new Receipt(trade.code(), promise, proven);
    }

    /** A trade's records under a checkpoint. */
    public record Receipt(String orderCode, Sealed checkpoint, List<Proven> records) {

        /** By their indices. */
        Map<Long, TlogProof> proofs() {
            var note = Note.read(checkpoint.note().getBytes(StandardCharsets.UTF_8));
            return records.stream()
                    .map(record -> new TlogProof(record.entry(), record.index(), record.proof(), note))
                    .collect(Collectors.toMap(TlogProof::index, Function.identity()));
        }
    }

    /** @param proof from the leaf's sibling up */
    public record Proven(long index, byte[] entry, List<Hash> proof) {}
}
