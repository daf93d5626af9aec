package io.xunshi.platform.order.usecase;

import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.order.SwapCause;
import io.xunshi.platform.order.SwapState;
import io.xunshi.platform.order.storage.SwapRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Ends unanswered proposals about a thing that is gone for good: nobody needs to answer them. */
@Component
public class LapseSwaps {
    private final SwapRepository swaps;
    private final MoveSwap moveSwap;

    LapseSwaps(SwapRepository swaps, MoveSwap moveSwap) {
        this.swaps = swaps;
        this.moveSwap = moveSwap;
    }

    @Transactional
    public Mono<Void> about(ListingId listing) {
        return swaps.findProposedAbout(listing)
                .collectList()
                .flatMapIterable(found -> found)
                .concatMap(swaps::lock)
                .filter(swap -> swap.state() == SwapState.PROPOSED)
                .concatMap(swap -> moveSwap.move(swap, SwapState.LAPSED, SwapCause.THING_GONE))
                .then();
    }
}
