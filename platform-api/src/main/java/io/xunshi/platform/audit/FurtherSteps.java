package io.xunshi.platform.audit;

import io.xunshi.platform.audit.AuditedTrade.Step;
import java.util.UUID;
import reactor.core.publisher.Flux;

/** What happened to trades of a kind in another module than the one that agrees on them. */
public interface FurtherSteps {

    TradeKind kind();

    /** Oldest first; empty where nothing did. */
    Flux<Step> stepsOf(UUID trade);

    /** The ids that its money was posted under in that module. */
    default Flux<UUID> ledgerIdsOf(UUID trade) {
        return Flux.empty();
    }
}
