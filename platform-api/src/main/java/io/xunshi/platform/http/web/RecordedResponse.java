package io.xunshi.platform.http.web;

import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A response that is held back until its answer is stored: were it sent first, a crash between would make the caller's
 * retry do it again.
 */
final class RecordedResponse extends ServerHttpResponseDecorator {
    private volatile byte[] body = new byte[0];

    RecordedResponse(ServerHttpResponse response) {
        super(response);
    }

    @Override
    public Mono<Void> writeWith(Publisher<? extends DataBuffer> written) {
        return DataBufferUtils.join(Flux.from(written))
                .doOnNext(buffer -> {
                    var bytes = new byte[buffer.readableByteCount()];
                    buffer.read(bytes);
                    DataBufferUtils.release(buffer);
                    body = bytes;
                })
                .then();
    }

    @Override
    public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> written) {
        return writeWith(Flux.from(written).concatMap(part -> part));
    }

    @Override
    public Mono<Void> setComplete() {
        return Mono.empty();
    }

    byte[] recordedBody() {
        return body.clone();
    }

    /** Sends what was held back. */
    Mono<Void> send() {
        var bytes = body;
        return bytes.length == 0
                ? getDelegate().setComplete()
                : getDelegate()
                        .writeWith(Mono.fromSupplier(
                                () -> getDelegate().bufferFactory().wrap(bytes)));
    }
}
