package io.xunshi.platform.objectstore;

import java.net.URI;
import java.time.Duration;
import reactor.core.publisher.Mono;

/**
 * An S3 store. Nothing here blocks the caller's thread; a store that does not answer ends in
 * {@link ObjectStoreProblem#UNAVAILABLE}.
 */
public interface ObjectStore {

    /** Writes the object, replacing one of the same key. */
    Mono<Void> put(String key, byte[] content, String contentType);

    /** Empty where there is no such object. Raises {@link ObjectStoreProblem#OBJECT_TOO_LARGE} beyond the limit. */
    Mono<byte[]> get(String key, long bytesMax);

    /** Does nothing where there is no such object. */
    Mono<Void> remove(String key);

    /**
     * An address to which anybody may PUT this one object until it expires, with exactly this type and length.
     *
     * @param contentLength in bytes
     */
    URI uploadAddress(String key, String contentType, long contentLength, Duration validity);
}
