package io.xunshi.platform.trace.usecase;

import io.xunshi.transparency.witness.AddCheckpoint;
import java.net.URI;
import reactor.core.publisher.Mono;

/** Speaks to witnesses by their protocol (C2SP tlog-witness). */
public interface WitnessCalls {

    /** Shows a checkpoint; fails where nothing sensible is answered. */
    Mono<Reply> add(URI witness, AddCheckpoint request);

    /** What a witness said, believed or not. */
    sealed interface Reply {

        /** @param lines signature lines */
        record Cosigned(String lines) implements Reply {}

        /** It knows the log at another size than the request was made for. */
        record Stale(long knownSize) implements Reply {}

        /** @param status of HTTP */
        record Refused(int status) implements Reply {}
    }
}
