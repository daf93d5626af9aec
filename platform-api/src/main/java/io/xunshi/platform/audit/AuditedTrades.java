package io.xunshi.platform.audit;

import io.xunshi.platform.audit.AuditedTrade.Step;
import io.xunshi.platform.identity.AccountId;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All trades of one kind. Whoever asks may read every one of them, so only observers do. */
public interface AuditedTrades {

    TradeKind kind();

    /** Empty where none of this kind has the id. */
    Mono<AuditedTrade> find(UUID id);

    /** By its code, however it was typed; empty where there is none. */
    Mono<AuditedTrade> findByCode(String code);

    /** Those in which the person took part, newest first. */
    Flux<AuditedTrade> findOf(AccountId person, int limit);

    /** Newest first. */
    Flux<AuditedTrade> findOfListing(UUID listingId, int limit);

    /** Newest first. */
    Flux<AuditedTrade> findNewest(int limit);

    /** What happened in it, oldest first. */
    Flux<Step> stepsOf(UUID id);

    /** The ids that its money was posted under; a swap's balances and a rental's extensions have their own. */
    default Flux<UUID> ledgerIdsOf(UUID id) {
        return Flux.just(id);
    }
}
