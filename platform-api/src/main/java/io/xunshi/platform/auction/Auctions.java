package io.xunshi.platform.auction;

import io.xunshi.platform.organisation.OrganisationId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What other modules may ask about auctions. */
public interface Auctions {

    /** Who has paid a deposit, or asked to; in no particular order. Who they are is nobody's business but their own. */
    Flux<OrganisationId> biddersAt(AuctionId id);

    /** For observers. Empty for other formats, and before it is known who has won or that nobody has. */
    Mono<EnglishRecord> englishRecord(AuctionId id);
}
