package io.xunshi.platform.media.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.media.Lookalikes;
import io.xunshi.platform.media.PhotoId;
import io.xunshi.platform.media.storage.LookRepository;
import io.xunshi.platform.media.storage.LookRepository.Alike;
import io.xunshi.platform.media.storage.LookRepository.Judgement;
import io.xunshi.platform.media.storage.LookRepository.Looked;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Compares what photos look like, and remembers what moderators made of it: the last word counts. */
@Component
class CompareLooks implements Lookalikes {
    private final LookRepository looks;
    private final IdGenerator ids;
    private final Clock clock;

    CompareLooks(LookRepository looks, IdGenerator ids, Clock clock) {
        this.looks = looks;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Flux<Lookalike> find(Collection<PhotoId> photos, AccountId owner) {
        return looks.find(photos)
                .flatMapIterable(Function.identity())
                .filter(photo -> !photo.isFree())
                .concatMap(photo -> looks.findLike(photo.looks())
                        .filter(other -> isEarlierOfAnother(other, photo, owner))
                        .map(other -> new Lookalike(photo.id(), other.id())));
    }

    @Override
    public Flux<PhotoId> findJudgedForeign(Collection<PhotoId> photos, AccountId owner) {
        return looks.findForeign(photos, owner);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> judgeFree(Collection<PhotoId> photos) {
        return looks.find(photos)
                .flatMapIterable(Function.identity())
                .concatMap(photo -> judge(photo, null))
                .then();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> judgeForeign(Collection<PhotoId> photos) {
        return looks.find(photos)
                .flatMapIterable(Function.identity())
                .concatMap(photo -> judge(photo, foreignSince(photo)))
                .then();
    }

    private Mono<Void> judge(Looked photo, @Nullable Instant foreignSince) {
        var judgement = new Judgement(ids.next(), foreignSince);
        return looks.judge(photo.looks().plain(), judgement, clock.instant())
                .thenMany(Flux.defer(() -> looks.findLike(photo.looks())))
                .map(Alike::id)
                .collectList()
                .flatMap(alike -> looks.mark(alike, judgement.id()));
    }

    /** The earliest of all copies that were judged: who copied before is no owner because another copied after. */
    private static Instant foreignSince(Looked photo) {
        var before = photo.judgement() == null ? null : photo.judgement().foreignSince();
        return before == null || photo.takenAt().isBefore(before) ? photo.takenAt() : before;
    }

    private static boolean isEarlierOfAnother(Alike other, Looked photo, AccountId owner) {
        return other.isShown()
                && !other.owner().equals(owner)
                && other.takenAt().isBefore(photo.takenAt());
    }
}
