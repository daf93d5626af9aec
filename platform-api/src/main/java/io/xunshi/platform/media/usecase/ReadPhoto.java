package io.xunshi.platform.media.usecase;

import io.xunshi.platform.media.MediaProblem;
import io.xunshi.platform.media.PhotoId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Hands out a photo in one of its sizes. */
@Component
public class ReadPhoto {
    private final PhotoFiles files;

    ReadPhoto(PhotoFiles files) {
        this.files = files;
    }

    /** The JPEG; raises {@link MediaProblem#PHOTO_NOT_FOUND}. */
    public Mono<byte[]> read(PhotoId id, int width) {
        return files.variant(id, width).switchIfEmpty(Mono.error(MediaProblem.PHOTO_NOT_FOUND::raise));
    }
}
