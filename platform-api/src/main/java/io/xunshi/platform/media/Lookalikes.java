package io.xunshi.platform.media;

import io.xunshi.platform.identity.AccountId;
import java.util.Collection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Which photos show the same picture, scaled, cropped, mirrored or lightened though it may be. */
public interface Lookalikes {

    /**
     * Photos that others took in earlier and something shows; without those whose picture was judged to be anybody's.
     * Of two that are alike only the later one finds the other.
     */
    Flux<Lookalike> find(Collection<PhotoId> photos, AccountId owner);

    /** Those of the owner's photos whose picture was judged to be somebody else's; one indexed query. */
    Flux<PhotoId> findJudgedForeign(Collection<PhotoId> photos, AccountId owner);

    /** Anybody may show the pictures of these photos: nobody is asked about them again. In the caller's transaction. */
    Mono<Void> judgeFree(Collection<PhotoId> photos);

    /**
     * The pictures of these photos belong to those who took them in earlier: who else shows one is refused. In the
     * caller's transaction.
     */
    Mono<Void> judgeForeign(Collection<PhotoId> photos);

    /** @param photo the one that was asked about */
    record Lookalike(PhotoId photo, PhotoId other) {}
}
