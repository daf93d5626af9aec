package io.xunshi.platform.media.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.media.MediaProblem;
import io.xunshi.platform.media.PhotoId;
import io.xunshi.platform.media.PhotoView;
import io.xunshi.platform.media.domain.Darkroom;
import io.xunshi.platform.media.domain.DarkroomPrint;
import io.xunshi.platform.media.domain.Photo;
import io.xunshi.platform.media.domain.Photo.Dimensions;
import io.xunshi.platform.media.domain.PictureType;
import io.xunshi.platform.media.storage.LookRepository;
import io.xunshi.platform.media.storage.LookRepository.Looked;
import io.xunshi.platform.media.storage.PhotoRepository;
import java.net.URI;
import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Takes a photo in: announce it, upload it to the object store, complete it. Completing may be repeated. Developing a
 * picture keeps a processor busy, so it has as few threads as there are processors; a refused upload leaves nothing
 * behind.
 */
@Component
public class TakePhoto {
    private static final int WAITING_MAX = 500;

    private final PhotoRepository photos;
    private final LookRepository looks;
    private final PhotoFiles files;
    private final IdGenerator ids;
    private final Clock clock;
    private final Scheduler darkroom =
            Schedulers.newBoundedElastic(Runtime.getRuntime().availableProcessors(), WAITING_MAX, "darkroom");

    TakePhoto(PhotoRepository photos, LookRepository looks, PhotoFiles files, IdGenerator ids, Clock clock) {
        this.photos = photos;
        this.looks = looks;
        this.files = files;
        this.ids = ids;
        this.clock = clock;
    }

    /** Where the browser may PUT the picture during the next minutes. */
    public Mono<Upload> announce(AccountId owner, String mediaType, long bytes) {
        var type = PictureType.declaredAs(mediaType);
        if (bytes > PhotoFiles.UPLOAD_BYTES_MAX) {
            return Mono.error(MediaProblem.TOO_LARGE.raise(PhotoFiles.UPLOAD_BYTES_MAX / 1024 / 1024));
        }
        var photo = new Photo.Awaited(new PhotoId(ids.next()), owner, type);
        return photos.await(photo, clock.instant())
                .thenReturn(new Upload(photo.id(), files.uploadAddress(photo, bytes), type.mediaType()));
    }

    /** The developed photo; raises a {@link MediaProblem} where it is not one that we take. */
    public Mono<PhotoView> complete(AccountId owner, PhotoId id) {
        return photos.findOwn(id, owner)
                .switchIfEmpty(Mono.error(MediaProblem.PHOTO_NOT_FOUND::raise))
                .flatMap(photo -> switch (photo) {
                    case Photo.Ready ready -> Mono.just(ready.view());
                    case Photo.Awaited awaited -> developUpload(awaited);
                });
    }

    /** A picture that is in hand already. */
    Mono<PhotoView> add(AccountId owner, byte[] picture) {
        var photo = new Photo.Awaited(new PhotoId(ids.next()), owner, PictureType.of(picture));
        return photos.await(photo, clock.instant()).then(develop(photo.id(), picture));
    }

    private Mono<PhotoView> developUpload(Photo.Awaited photo) {
        return files.original(photo.id())
                .switchIfEmpty(Mono.error(MediaProblem.NOT_UPLOADED::raise))
                .filter(file -> PictureType.of(file) == photo.type())
                .switchIfEmpty(Mono.error(MediaProblem.NOT_WHAT_IT_SAYS::raise))
                .flatMap(file -> develop(photo.id(), file))
                .delayUntil(view -> files.removeOriginal(photo.id()));
    }

    private Mono<PhotoView> develop(PhotoId id, byte[] file) {
        return Mono.fromCallable(() -> Darkroom.develop(file))
                .subscribeOn(darkroom)
                .delayUntil(print -> files.write(id, print))
                .delayUntil(print -> remember(id, print))
                .map(print -> ready(id, print))
                .delayUntil(photos::markReady)
                .map(Photo.Ready::view);
    }

    private Mono<Void> remember(PhotoId id, DarkroomPrint print) {
        return Mono.justOrEmpty(print.looks())
                .flatMap(both -> looks.findJudgement(both)
                        .map(judgement -> new Looked(id, clock.instant(), both, judgement))
                        .switchIfEmpty(Mono.fromSupplier(() -> new Looked(id, clock.instant(), both, null)))
                        .flatMap(looks::add));
    }

    private static Photo.Ready ready(PhotoId id, DarkroomPrint print) {
        return new Photo.Ready(
                id,
                print.placeholder(),
                print.sizes().stream()
                        .map(size -> new Dimensions(size.width(), size.height()))
                        .toList());
    }

    /** @param mediaType the Content-Type that the upload must carry */
    public record Upload(PhotoId id, URI address, String mediaType) {}
}
