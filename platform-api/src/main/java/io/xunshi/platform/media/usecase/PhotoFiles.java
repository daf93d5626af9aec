package io.xunshi.platform.media.usecase;

import io.xunshi.platform.media.PhotoId;
import io.xunshi.platform.media.domain.DarkroomPrint;
import io.xunshi.platform.media.domain.DarkroomPrint.Size;
import io.xunshi.platform.media.domain.Photo;
import io.xunshi.platform.objectstore.ObjectStore;
import java.net.URI;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where in the object store a photo's files are. */
@Component
class PhotoFiles {
    static final long UPLOAD_BYTES_MAX = 15L * 1024 * 1024;

    private static final long VARIANT_BYTES_MAX = 4L * 1024 * 1024;
    private static final Duration UPLOAD_VALIDITY = Duration.ofMinutes(15);
    private static final int WRITES_AT_ONCE = 3;

    private final ObjectStore store;

    PhotoFiles(ObjectStore store) {
        this.store = store;
    }

    URI uploadAddress(Photo.Awaited photo, long bytes) {
        return store.uploadAddress(originalKey(photo.id()), photo.type().mediaType(), bytes, UPLOAD_VALIDITY);
    }

    Mono<byte[]> original(PhotoId id) {
        return store.get(originalKey(id), UPLOAD_BYTES_MAX);
    }

    Mono<Void> removeOriginal(PhotoId id) {
        return store.remove(originalKey(id));
    }

    Mono<Void> write(PhotoId id, DarkroomPrint print) {
        return Flux.fromIterable(print.sizes())
                .flatMap(size -> write(id, size), WRITES_AT_ONCE)
                .then();
    }

    Mono<byte[]> variant(PhotoId id, int width) {
        return store.get(variantKey(id, width), VARIANT_BYTES_MAX);
    }

    Mono<Void> removeAll(Photo photo) {
        return switch (photo) {
            case Photo.Awaited awaited -> removeOriginal(awaited.id());
            case Photo.Ready ready ->
                Flux.fromStream(() -> ready.sizes().stream().map(Photo.Dimensions::width))
                        .concatMap(width -> store.remove(variantKey(ready.id(), width)))
                        .then();
        };
    }

    private Mono<Void> write(PhotoId id, Size size) {
        return store.put(variantKey(id, size.width()), size.jpeg(), "image/jpeg");
    }

    private static String originalKey(PhotoId id) {
        return "originals/" + id.value();
    }

    private static String variantKey(PhotoId id, int width) {
        return "photos/%s/%d.jpg".formatted(id.value(), width);
    }
}
