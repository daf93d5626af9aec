package io.xunshi.platform.media.usecase;

import io.xunshi.platform.media.DocumentId;
import io.xunshi.platform.media.domain.DocumentType;
import io.xunshi.platform.objectstore.ObjectStore;
import java.net.URI;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Where in the object store a document is. What was uploaded stands elsewhere than what is kept: the address of an
 * upload stays good for minutes, and nobody may change what was looked at already.
 */
@Component
class DocumentFiles {
    static final long BYTES_MAX = 10L * 1024 * 1024;

    private static final Duration UPLOAD_VALIDITY = Duration.ofMinutes(15);

    private final ObjectStore store;

    DocumentFiles(ObjectStore store) {
        this.store = store;
    }

    URI uploadAddress(DocumentId id, DocumentType type, long bytes) {
        return store.uploadAddress(originalKey(id), type.mediaType(), bytes, UPLOAD_VALIDITY);
    }

    Mono<byte[]> original(DocumentId id) {
        return store.get(originalKey(id), BYTES_MAX);
    }

    Mono<Void> removeOriginal(DocumentId id) {
        return store.remove(originalKey(id));
    }

    Mono<Void> write(DocumentId id, byte[] content, String mediaType) {
        return store.put(key(id), content, mediaType);
    }

    Mono<byte[]> read(DocumentId id) {
        return store.get(key(id), BYTES_MAX);
    }

    Mono<Void> removeAll(DocumentId id) {
        return removeOriginal(id).then(store.remove(key(id)));
    }

    private static String originalKey(DocumentId id) {
        return "originals/" + id.value();
    }

    private static String key(DocumentId id) {
        return "documents/" + id.value();
    }
}
