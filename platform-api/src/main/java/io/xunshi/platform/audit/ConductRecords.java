package io.xunshi.platform.audit;

import io.xunshi.platform.identity.AccountId;
import java.time.Instant;
import reactor.core.publisher.Flux;

/** What people did in the trades of a module, read from the steps that the trades took. */
public interface ConductRecords {

    /**
     * After the one instant and not after the other, newest first. Of reviews only what everybody may read at that
     * other instant: a sealed one must not show in any figure.
     */
    Flux<Conduct> of(AccountId person, Instant after, Instant until, int limit);

    /** Who passed things on to whom since then, in trades that were completed; one for each pair, in no order. */
    Flux<Dealing> dealingsSince(Instant since);
}
