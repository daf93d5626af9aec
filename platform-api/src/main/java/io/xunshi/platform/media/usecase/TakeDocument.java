package io.xunshi.platform.media.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.Sha256;
import io.xunshi.platform.media.DocumentId;
import io.xunshi.platform.media.DocumentView;
import io.xunshi.platform.media.MediaProblem;
import io.xunshi.platform.media.domain.Darkroom;
import io.xunshi.platform.media.domain.DocumentType;
import io.xunshi.platform.media.storage.DocumentRepository;
import io.xunshi.platform.media.storage.DocumentRepository.Announced;
import java.net.URI;
import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Takes a document in as photos are taken in: announce it, upload it to the object store, complete it. Completing may
 * be repeated. A PDF stays as it is, byte for byte, since its hash is what proves it; a picture is encoded anew, so
 * that nothing of the camera's is kept.
 */
@Component
public class TakeDocument {
    private static final int WAITING_MAX = 200;

    private final DocumentRepository documents;
    private final DocumentFiles files;
    private final IdGenerator ids;
    private final Clock clock;

    /** Decoding pictures and hashing keep a processor busy. */
    private final Scheduler desk =
            Schedulers.newBoundedElastic(Runtime.getRuntime().availableProcessors(), WAITING_MAX, "documents");

    TakeDocument(DocumentRepository documents, DocumentFiles files, IdGenerator ids, Clock clock) {
        this.documents = documents;
        this.files = files;
        this.ids = ids;
        this.clock = clock;
    }

    /** Where the browser may PUT the file during the next minutes. */
    public Mono<DocumentUpload> announce(AccountId owner, String name, String mediaType, long bytes) {
        var type = DocumentType.declaredAs(mediaType);
        if (bytes > DocumentFiles.BYTES_MAX) {
            return Mono.error(MediaProblem.TOO_LARGE.raise(DocumentFiles.BYTES_MAX / 1024 / 1024));
        }
        var id = new DocumentId(ids.next());
        return documents
                .await(id, owner, name, type, clock.instant())
                .thenReturn(new DocumentUpload(id, files.uploadAddress(id, type, bytes), type.mediaType()));
    }

    /** Raises a {@link MediaProblem} where it is not one that we take. */
    public Mono<DocumentView> complete(AccountId owner, DocumentId id) {
        return documents
                .findOwn(id, owner)
                .switchIfEmpty(Mono.defer(() -> documents
                        .findAnnounced(id, owner)
                        .switchIfEmpty(Mono.error(MediaProblem.DOCUMENT_NOT_FOUND::raise))
                        .flatMap(this::takeIn)));
    }

    /** A file that is in hand already. */
    Mono<DocumentView> add(AccountId owner, String name, byte[] file) {
        var announced = new Announced(new DocumentId(ids.next()), name, DocumentType.of(file));
        return documents
                .await(announced.id(), owner, name, announced.type(), clock.instant())
                .then(Mono.defer(() -> takeIn(announced, file)));
    }

    private Mono<DocumentView> takeIn(Announced announced) {
        return files.original(announced.id())
                .switchIfEmpty(Mono.error(MediaProblem.NOT_UPLOADED::raise))
                .flatMap(file -> takeIn(announced, file))
                .delayUntil(view -> files.removeOriginal(announced.id()));
    }

    private Mono<DocumentView> takeIn(Announced announced, byte[] file) {
        return Mono.fromCallable(() -> looked(announced, file))
                .subscribeOn(desk)
                .delayUntil(looked -> files.write(
                        announced.id(), looked.content(), looked.view().mediaType()))
                .map(Looked::view)
                .delayUntil(documents::markReady);
    }

    private static Looked looked(Announced announced, byte[] file) {
        announced.type().check(file);
        var isPdf = announced.type() == DocumentType.PDF;
        var content = isPdf ? file : Darkroom.develop(file).sizes().getLast().jpeg();
        return new Looked(
                new DocumentView(
                        announced.id(),
                        announced.name(),
                        (isPdf ? DocumentType.PDF : DocumentType.JPEG).mediaType(),
                        content.length,
                        Sha256.of(content)),
                content);
    }

    private record Looked(DocumentView view, byte[] content) {}

    /** @param mediaType the Content-Type that the upload must carry */
    public record DocumentUpload(DocumentId id, URI address, String mediaType) {}
}
