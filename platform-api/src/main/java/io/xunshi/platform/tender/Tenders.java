package io.xunshi.platform.tender;

import reactor.core.publisher.Mono;

/** What other modules may ask about tenders. */
public interface Tenders {

    /**
     * Empty where there is no such tender. Who quoted is nobody's business but theirs and, after the close, the
     * buyer's.
     */
    Mono<TenderParties> partiesOf(TenderId id);
}
