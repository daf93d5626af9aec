package io.xunshi.platform.order.usecase;

import io.xunshi.platform.audit.AuditedTrade;
import io.xunshi.platform.audit.AuditedTrade.Good;
import io.xunshi.platform.audit.AuditedTrade.Party;
import io.xunshi.platform.audit.AuditedTrade.Role;
import io.xunshi.platform.audit.AuditedTrade.Step;
import io.xunshi.platform.audit.AuditedTrades;
import io.xunshi.platform.audit.TradeKind;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.ShortCode;
import io.xunshi.platform.order.SwapId;
import io.xunshi.platform.order.domain.Swap;
import io.xunshi.platform.order.domain.SwapParty;
import io.xunshi.platform.order.storage.SwapRepository;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Swaps for those who check them, from the proposal on. */
@Component
class AuditedSwaps implements AuditedTrades {
    private final SwapRepository swaps;

    AuditedSwaps(SwapRepository swaps) {
        this.swaps = swaps;
    }

    @Override
    public TradeKind kind() {
        return TradeKind.SWAP;
    }

    @Override
    public Mono<AuditedTrade> find(UUID id) {
        return swaps.find(new SwapId(id)).map(AuditedSwaps::audited);
    }

    @Override
    public Mono<AuditedTrade> findByCode(String code) {
        return swaps.findByCode(ShortCode.normalize(code)).map(AuditedSwaps::audited);
    }

    @Override
    public Flux<AuditedTrade> findOf(AccountId person, int limit) {
        return swaps.findOf(person, null, limit).map(AuditedSwaps::audited);
    }

    @Override
    public Flux<AuditedTrade> findOfListing(UUID listingId, int limit) {
        return swaps.findOfListing(listingId, limit).map(AuditedSwaps::audited);
    }

    @Override
    public Flux<AuditedTrade> findNewest(int limit) {
        return swaps.findNewest(limit).map(AuditedSwaps::audited);
    }

    @Override
    public Flux<Step> stepsOf(UUID id) {
        return swaps.stepsOf(new SwapId(id))
                .map(step ->
                        new Step(step.state().name(), step.at(), step.cause().name(), step.reason()));
    }

    @Override
    public Flux<UUID> ledgerIdsOf(UUID id) {
        return swaps.find(new SwapId(id))
                .flatMapIterable(swap -> swap.ring().each(SwapParty::id))
                .startWith(id);
    }

    private static AuditedTrade audited(Swap swap) {
        return new AuditedTrade(
                swap.id().value(),
                swap.code(),
                TradeKind.SWAP,
                swap.state().name(),
                swap.ring().each(party -> new Party(party.person(), Role.SWAPPER)),
                swap.ring().each(AuditedSwaps::good),
                swap.proposedAt());
    }

    private static Good good(SwapParty party) {
        var promised = party.thing();
        return new Good(
                party.listingId(), promised.title(), promised.districtCode(), promised.price(), promised.hash());
    }
}
