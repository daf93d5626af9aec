package io.xunshi.platform.search.storage;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.ConnectionProvider;

/**
 * Elasticsearch over HTTP, bytes in and bytes out. Reactor Netty's own client, not Elasticsearch's: an answer stays on
 * the event loop that asked, and is parsed once, into what the caller makes of it.
 */
@Component
class SearchEngine {
    private static final int WAITING_MAX = 512;

    /** Nobody waits for indices to be made and switched; on a busy machine that takes seconds. */
    private static final Duration UPKEEP_LIMIT = Duration.ofSeconds(30);

    private final HttpClient http;
    private final HttpClient upkeep;

    SearchEngine(SearchSettings settings) {
        var connections = ConnectionProvider.builder("search-engine")
                .maxConnections(settings.connections())
                .pendingAcquireMaxCount(WAITING_MAX)
                .pendingAcquireTimeout(settings.connectTimeout())
                .build();
        http = HttpClient.create(connections)
                .baseUrl(settings.url().getScheme() + "://" + hostOf(settings))
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        settings.connectTimeout().toMillis())
                .responseTimeout(settings.answerTimeout())
                .headers(headers -> {
                    headers.set(HttpHeaderNames.CONTENT_TYPE, "application/json");
                    var user = settings.url().getUserInfo();
                    if (user != null) {
                        headers.set(HttpHeaderNames.AUTHORIZATION, "Basic " + base64(user));
                    }
                });
        upkeep = http.responseTimeout(UPKEEP_LIMIT);
    }

    /** The answer's body; an {@link EngineFailure} signal where it does not come or is no success. */
    Mono<byte[]> post(String path, byte[] body) {
        return send(http, HttpMethod.POST, path, body);
    }

    /** Does something to indices. */
    Mono<byte[]> command(String path, byte[] body) {
        return send(upkeep, HttpMethod.POST, path, body);
    }

    Mono<byte[]> get(String path) {
        return send(upkeep, HttpMethod.GET, path, new byte[0]);
    }

    Mono<byte[]> put(String path, byte[] body) {
        return send(upkeep, HttpMethod.PUT, path, body);
    }

    Mono<byte[]> delete(String path) {
        return send(upkeep, HttpMethod.DELETE, path, new byte[0]);
    }

    private static Mono<byte[]> send(HttpClient client, HttpMethod method, String path, byte[] body) {
        return client.request(method)
                .uri(path)
                .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body)))
                .responseSingle((response, content) ->
                        content.asByteArray().defaultIfEmpty(new byte[0]).flatMap(answer -> success(response, answer)))
                .onErrorMap(error -> error instanceof EngineFailure ? error : new EngineFailure(error));
    }

    private static Mono<byte[]> success(HttpClientResponse response, byte[] answer) {
        var code = response.status().code();
        return code < 300
                ? Mono.just(answer)
                : Mono.error(new EngineFailure(code + " " + new String(answer, StandardCharsets.UTF_8)));
    }

    private static String hostOf(SearchSettings settings) {
        var url = settings.url();
        return url.getPort() < 0 ? url.getHost() : url.getHost() + ":" + url.getPort();
    }

    private static String base64(String user) {
        return Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
    }
}
