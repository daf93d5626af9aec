package io.xunshi.platform.media.usecase;

import io.xunshi.platform.media.domain.Photo;
import io.xunshi.platform.media.storage.PhotoRepository;
import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Removes photos that nobody used within a day. */
@Component
public class ForgetPhotos {
    private static final Duration PATIENCE = Duration.ofDays(1);
    private static final int BATCH = 200;

    private final PhotoRepository photos;
    private final PhotoFiles files;
    private final Clock clock;

    ForgetPhotos(PhotoRepository photos, PhotoFiles files, Clock clock) {
        this.photos = photos;
        this.files = files;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${xunshi.media.forget-interval:1h}", initialDelayString = "1m")
    public Mono<Void> forget() {
        return Flux.defer(() -> photos.findForgotten(clock.instant().minus(PATIENCE), BATCH))
                .concatMap(this::forget)
                .then();
    }

    private Mono<Void> forget(Photo photo) {
        return photos.removeForgotten(photo.id()).filter(removed -> removed).flatMap(removed -> files.removeAll(photo));
    }
}
