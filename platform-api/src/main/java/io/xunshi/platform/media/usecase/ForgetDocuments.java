package io.xunshi.platform.media.usecase;

import io.xunshi.platform.media.DocumentId;
import io.xunshi.platform.media.storage.DocumentRepository;
import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Removes documents that nobody used within a day. */
@Component
public class ForgetDocuments {
    private static final Duration PATIENCE = Duration.ofDays(1);
    private static final int BATCH = 200;

    private final DocumentRepository documents;
    private final DocumentFiles files;
    private final Clock clock;

    ForgetDocuments(DocumentRepository documents, DocumentFiles files, Clock clock) {
        this.documents = documents;
        this.files = files;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${xunshi.media.forget-interval:1h}", initialDelayString = "1m")
    public Mono<Void> forget() {
        return Flux.defer(() -> documents.findForgotten(clock.instant().minus(PATIENCE), BATCH))
                .concatMap(this::forget)
                .then();
    }

    private Mono<Void> forget(DocumentId id) {
        return documents.removeForgotten(id).filter(removed -> removed).flatMap(removed -> files.removeAll(id));
    }
}
