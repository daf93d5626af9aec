package io.xunshi.platform.order.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.media.PhotoHash;
import io.xunshi.platform.media.PhotoId;
import io.xunshi.platform.media.Photos;
import io.xunshi.platform.order.OrderProblem;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Fixes what somebody shows: hashed before the transaction, kept within it. */
@Component
class TakeEvidence {
    private final Photos photos;

    TakeEvidence(Photos photos) {
        this.photos = photos;
    }

    /** Outside of transactions. Raises {@link OrderProblem#EVIDENCE_NOT_YOURS} for a photo of somebody else. */
    Mono<List<PhotoHash>> hash(AccountId owner, List<PhotoId> shown) {
        var distinct = shown.stream().distinct().toList();
        return photos.hashOwn(distinct, owner)
                .collectList()
                .filter(hashes -> hashes.size() == distinct.size())
                .switchIfEmpty(Mono.error(OrderProblem.EVIDENCE_NOT_YOURS::raise));
    }

    /** Evidence is not forgotten after a day. */
    Mono<Void> keep(AccountId owner, List<PhotoHash> evidence) {
        return photos.keep(evidence.stream().map(PhotoHash::id).toList(), owner);
    }
}
