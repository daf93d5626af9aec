package io.xunshi.platform.media;

import io.xunshi.platform.identity.AccountId;
import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What other modules may ask about photos. */
public interface Photos {

    /** Those of the photos that are ready, in no particular order. */
    Flux<PhotoView> find(Collection<PhotoId> ids);

    /** Those of the photos that are ready and belong to the owner. */
    Flux<PhotoView> findOwn(Collection<PhotoId> ids, AccountId owner);

    /**
     * What the owner's photos are, in the order in which they are named; without those that are not ready or not
     * theirs. Reads the object store, so never inside a transaction.
     */
    Flux<PhotoHash> hashOwn(List<PhotoId> ids, AccountId owner);

    /** Says that something shows these photos, so that they are kept; others are removed after a day. */
    Mono<Void> keep(Collection<PhotoId> ids, AccountId owner);

    /**
     * Makes the photos another's: who took them did so for them. Those that are not the giver's stay where they are.
     */
    Mono<Void> handOver(Collection<PhotoId> ids, AccountId from, AccountId to);

    /** Takes a picture in without an upload, through the same checks; raises {@link MediaProblem}s. */
    Mono<PhotoView> add(AccountId owner, byte[] picture);
}
