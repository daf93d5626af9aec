package io.xunshi.platform.objectstore;

import io.minio.GetObjectArgs;
import io.minio.GetObjectResponse;
import io.minio.GetPresignedObjectUrlArgs;
import io.minio.Http;
import io.minio.MinioAsyncClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.xunshi.platform.kernel.ProblemException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The store through the MinIO client, which speaks to any S3 server. */
@Component
class MinioObjectStore implements ObjectStore {
    private static final Logger log = LoggerFactory.getLogger(MinioObjectStore.class);
    private static final int THREADS = 16;
    private static final int WAITING_MAX = 2000;
    private static final int CALLS_MAX = 64;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

    private final MinioAsyncClient client;
    private final MinioAsyncClient publicClient;
    private final String bucket;
    private final Duration timeout;

    /** The client prepares requests, signs and reads bodies on the calling thread, so it gets threads of its own. */
    private final Scheduler scheduler = Schedulers.newBoundedElastic(THREADS, WAITING_MAX, "object-store");

    MinioObjectStore(ObjectStoreSettings settings) {
        var http = httpClient(settings.timeout());
        client = clientOf(settings, settings.endpoint(), http);
        publicClient = clientOf(settings, settings.publicEndpoint(), http);
        bucket = settings.bucket();
        timeout = settings.timeout();
    }

    @Override
    public Mono<Void> put(String key, byte[] content, String contentType) {
        var write = PutObjectArgs.builder()
                .bucket(bucket)
                .object(key)
                .data(content, content.length)
                .contentType(contentType)
                .build();
        return Mono.fromFuture(() -> client.putObject(write))
                .subscribeOn(scheduler)
                .timeout(timeout)
                .onErrorMap(error -> unavailable("put", key, error))
                .then();
    }

    @Override
    public Mono<byte[]> get(String key, long bytesMax) {
        var read = GetObjectArgs.builder().bucket(bucket).object(key).build();
        // Who does not wait any longer leaves a response that somebody has to close: the call goes on to its end.
        return Mono.fromFuture(() -> client.getObject(read).thenApply(response -> contentOf(response, bytesMax)), true)
                .subscribeOn(scheduler)
                .timeout(timeout)
                .onErrorResume(isMissing(), missing -> Mono.empty())
                .onErrorMap(error -> unavailable("get", key, error));
    }

    @Override
    public Mono<Void> remove(String key) {
        var removal = RemoveObjectArgs.builder().bucket(bucket).object(key).build();
        return Mono.fromFuture(() -> client.removeObject(removal))
                .subscribeOn(scheduler)
                .timeout(timeout)
                .onErrorResume(isMissing(), missing -> Mono.empty())
                .onErrorMap(error -> unavailable("remove", key, error));
    }

    @Override
    public URI uploadAddress(String key, String contentType, long contentLength, Duration validity) {
        var headers = Map.of("Content-Type", contentType, "Content-Length", String.valueOf(contentLength));
        var upload = GetPresignedObjectUrlArgs.builder()
                .method(Http.Method.PUT)
                .bucket(bucket)
                .object(key)
                .extraHeaders(headers)
                .expiry(Math.toIntExact(validity.toSeconds()), TimeUnit.SECONDS)
                .build();
        try {
            return URI.create(publicClient.getPresignedObjectUrl(upload));
        } catch (MinioException e) {
            throw new IllegalStateException("Signing needs no network and cannot fail", e);
        }
    }

    /**
     * A call ends when nobody waits for it any longer. MinIO's own client would hold on to one that hangs for five
     * minutes, and five of those are all that it makes at a time: the store would seem down long after it was back.
     */
    private static OkHttpClient httpClient(Duration timeout) {
        var calls = new Dispatcher();
        calls.setMaxRequests(CALLS_MAX);
        calls.setMaxRequestsPerHost(CALLS_MAX);
        return new OkHttpClient.Builder()
                .dispatcher(calls)
                .connectTimeout(CONNECT_TIMEOUT)
                .callTimeout(timeout)
                .protocols(List.of(Protocol.HTTP_1_1))
                .build();
    }

    private static MinioAsyncClient clientOf(ObjectStoreSettings settings, URI endpoint, OkHttpClient http) {
        return MinioAsyncClient.builder()
                .endpoint(endpoint.toString())
                // Saves asking the store where the bucket is, which signing would otherwise wait for.
                .region("us-east-1")
                .credentials(settings.accessKey(), settings.secretKey())
                .httpClient(http, false)
                .build();
    }

    private static byte[] contentOf(GetObjectResponse response, long bytesMax) {
        try (response) {
            var content = response.readNBytes(Math.toIntExact(bytesMax + 1));
            if (content.length > bytesMax) {
                throw ObjectStoreProblem.OBJECT_TOO_LARGE.raise(bytesMax);
            }
            return content;
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private static Predicate<Throwable> isMissing() {
        return error -> causeOf(error) instanceof ErrorResponseException refused
                && refused.response().code() == 404;
    }

    private static Throwable unavailable(String action, String key, Throwable error) {
        if (error instanceof ProblemException) {
            return error;
        }
        log.warn(
                "The object store failed to {} {}: {}",
                action,
                key,
                causeOf(error).toString());
        return ObjectStoreProblem.UNAVAILABLE.raise();
    }

    private static Throwable causeOf(Throwable error) {
        return error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
    }
}
