package io.xunshi.platform.corner.usecase;

import io.xunshi.platform.audit.AuditedTrade;
import io.xunshi.platform.audit.AuditedTrade.Step;
import io.xunshi.platform.audit.AuditedTrades;
import io.xunshi.platform.audit.TradeKind;
import io.xunshi.platform.corner.storage.BookSwapRecords;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.ShortCode;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Swapped books for those who check them: by code and by day, since there is neither a listing nor an account. */
@Component
class AuditedBookSwaps implements AuditedTrades {
    private static final String CAUSE = "BOOK_TAKEN";

    private final BookSwapRecords swaps;

    AuditedBookSwaps(BookSwapRecords swaps) {
        this.swaps = swaps;
    }

    @Override
    public TradeKind kind() {
        return TradeKind.BOOK_SWAP;
    }

    @Override
    public Mono<AuditedTrade> find(UUID id) {
        return swaps.find(id);
    }

    @Override
    public Mono<AuditedTrade> findByCode(String code) {
        return swaps.findByCode(ShortCode.normalize(code));
    }

    @Override
    public Flux<AuditedTrade> findOf(AccountId person, int limit) {
        return Flux.empty();
    }

    @Override
    public Flux<AuditedTrade> findOfListing(UUID listingId, int limit) {
        return Flux.empty();
    }

    @Override
    public Flux<AuditedTrade> findNewest(int limit) {
        return swaps.findNewest(limit);
    }

    @Override
    public Flux<Step> stepsOf(UUID id) {
        return swaps.find(id)
                .map(swap -> new Step(BookSwapRecords.STATE, swap.begunAt(), CAUSE, null))
                .flux();
    }
}
