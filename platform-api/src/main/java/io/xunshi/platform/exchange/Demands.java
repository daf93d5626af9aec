package io.xunshi.platform.exchange;

import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.organisation.OrganisationId;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** What other modules may ask about demands (求购), and of what may be demanded. */
public interface Demands {

    /** Who looks for it; empty where there is no such demand. */
    Mono<OrganisationId> buyerOf(UUID demand);

    /**
     * What is wrong with asking for this: an unknown material, a quantity that nobody trades, a requirement that the
     * material's quality schema has no answer to. Fields are named as those of {@link Asked}; empty where nothing is
     * wrong.
     */
    Mono<List<FieldFault>> faultsOf(Asked asked);
}
