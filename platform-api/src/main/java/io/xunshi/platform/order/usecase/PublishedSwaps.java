package io.xunshi.platform.order.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.order.Swaps;
import io.xunshi.platform.order.storage.SwapRepository;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Answers observers. */
@Component
class PublishedSwaps implements Swaps {
    private final SwapRepository swaps;

    PublishedSwaps(SwapRepository swaps) {
        this.swaps = swaps;
    }

    @Override
    public Mono<AccountId> receiverOf(ListingId listing) {
        return swaps.findAgreedAbout(listing)
                .mapNotNull(swap -> swap.receivers().get(listing));
    }
}
