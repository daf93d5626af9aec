package io.xunshi.platform.counterparty;

import io.xunshi.platform.organisation.OrganisationId;
import reactor.core.publisher.Mono;

/** What other modules may ask about how organisations keep their deals. */
public interface CounterpartyRecords {

    /** Of the last twelve months, complete, however few deals there were: whoever publishes it withholds small ones. */
    Mono<CounterpartyRecord> of(OrganisationId organisation);
}
