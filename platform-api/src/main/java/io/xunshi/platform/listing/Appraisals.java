package io.xunshi.platform.listing;

import reactor.core.publisher.Mono;

/** Who knows whether a thing was certified: a later module, which reads what the listing says. */
public interface Appraisals {
    /** Of the newest certificate that is valid today; empty without one. */
    Mono<AppraisalMark> find(ListingView listing);
}
