package io.xunshi.platform.trace;

import io.xunshi.transparency.merkle.Hash;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What observers may ask of the log. Only what a published checkpoint covers is answered. */
public interface TraceLog {

    /** The newest published checkpoint; empty while nothing was sealed. */
    Mono<Sealed> latest();

    /** The checkpoint of a size, if one was published at it. */
    Mono<Sealed> at(long size);

    /** Entries from an index on, in order, at most as many. */
    Flux<Entry> entriesFrom(long index, int limit);

    /** An order's entries, in order. */
    Flux<Entry> entriesOf(UUID orderId);

    /** @param note the signed checkpoint */
    record Sealed(long size, Hash root, String note) {}

    /** @param bytes canonical JSON, as it stands in the log */
    record Entry(long index, byte[] bytes) {

        public Entry {
            bytes = bytes.clone();
        }

        @Override
        public byte[] bytes() {
            return bytes.clone();
        }
    }
}
