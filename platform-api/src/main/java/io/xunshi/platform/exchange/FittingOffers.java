package io.xunshi.platform.exchange;

import io.xunshi.platform.organisation.OrganisationId;
import java.util.UUID;
import reactor.core.publisher.Flux;

/** What of supply and demand fits together now; nothing of one's own, newest first, twenty at most. */
public interface FittingOffers {

    /** Open demands that a lot answers; none where it is not to be had. */
    Flux<Pair> demandsFor(LotId lot);

    /** Lots to be had that answer a demand; none where it has ended. */
    Flux<Pair> lotsFor(UUID demand);

    /** A lot and a demand that it answers. */
    record Pair(
            LotId lot, OrganisationId seller, String lotTitle, UUID demand, OrganisationId buyer, String demandTitle) {}
}
