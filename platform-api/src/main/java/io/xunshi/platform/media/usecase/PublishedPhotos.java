package io.xunshi.platform.media.usecase;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Sha256;
import io.xunshi.platform.media.PhotoHash;
import io.xunshi.platform.media.PhotoId;
import io.xunshi.platform.media.PhotoView;
import io.xunshi.platform.media.Photos;
import io.xunshi.platform.media.domain.Photo;
import io.xunshi.platform.media.storage.PhotoRepository;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers other modules. */
@Component
class PublishedPhotos implements Photos {
    private static final int READY_MAX = 20_000;

    private final PhotoRepository photos;
    private final PhotoFiles files;
    private final TakePhoto takePhoto;

    /** A photo that is ready never changes, and every card of a listing or an order shows one. */
    private final Cache<PhotoId, PhotoView> ready =
            Caffeine.newBuilder().maximumSize(READY_MAX).build();

    PublishedPhotos(PhotoRepository photos, PhotoFiles files, TakePhoto takePhoto) {
        this.photos = photos;
        this.files = files;
        this.takePhoto = takePhoto;
    }

    @Override
    public Flux<PhotoView> find(Collection<PhotoId> ids) {
        var known = ready.getAllPresent(ids);
        var unknown = ids.stream().filter(id -> !known.containsKey(id)).toList();
        return Flux.fromIterable(known.values()).concatWith(read(unknown));
    }

    @Override
    public Flux<PhotoView> findOwn(Collection<PhotoId> ids, AccountId owner) {
        return ids.isEmpty() ? Flux.empty() : photos.findOwnReady(ids, owner).map(Photo.Ready::view);
    }

    @Override
    public Flux<PhotoHash> hashOwn(List<PhotoId> ids, AccountId owner) {
        return ids.isEmpty()
                ? Flux.empty()
                : photos.findOwnReady(ids, owner)
                        .collectMap(Photo.Ready::id)
                        .flatMapMany(own -> Flux.fromStream(
                                ids.stream().distinct().map(own::get).filter(Objects::nonNull)))
                        .concatMap(this::hash);
    }

    @Override
    public Mono<Void> keep(Collection<PhotoId> ids, AccountId owner) {
        return ids.isEmpty() ? Mono.empty() : photos.keep(ids, owner);
    }

    @Override
    public Mono<Void> handOver(Collection<PhotoId> ids, AccountId from, AccountId to) {
        return ids.isEmpty() ? Mono.empty() : photos.handOver(ids, from, to);
    }

    @Override
    public Mono<PhotoView> add(AccountId owner, byte[] picture) {
        return takePhoto.add(owner, picture);
    }

    private Flux<PhotoView> read(Collection<PhotoId> ids) {
        return ids.isEmpty()
                ? Flux.empty()
                : photos.findReady(ids).map(Photo.Ready::view).doOnNext(view -> ready.put(view.id(), view));
    }

    private Mono<PhotoHash> hash(Photo.Ready photo) {
        return files.variant(photo.id(), photo.sizes().getLast().width())
                .map(jpeg -> new PhotoHash(photo.id(), Sha256.of(jpeg)));
    }
}
