package io.xunshi.platform.http.web;

import io.xunshi.platform.http.HttpProblem;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.http.domain.KeptAnswer;
import io.xunshi.platform.http.usecase.RememberAnswers;
import java.security.Principal;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lets a request with an <code>Idempotency-Key</code> take effect once. Runs behind Spring Security, so that the key
 * belongs to a person; a failure of ours is not kept, because trying again is then the right thing.
 */
@Component
@Order(IdempotencyFilter.BEHIND_SECURITY)
class IdempotencyFilter implements WebFilter {
    static final int BEHIND_SECURITY = 100;
    static final String KEY = "Idempotency-Key";
    static final String REPLAYED = "Idempotent-Replayed";

    private static final Pattern KEY_FORM = Pattern.compile("[!-~]{1,255}");
    private static final int BODY_BYTES_MAX = 256 * 1024;

    private final Handlers handlers;
    private final RememberAnswers answers;
    private final ProblemHandler problems;

    IdempotencyFilter(Handlers handlers, RememberAnswers answers, ProblemHandler problems) {
        this.handlers = handlers;
        this.answers = answers;
        this.problems = problems;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (exchange.getRequest().getMethod() == HttpMethod.GET) {
            return chain.filter(exchange);
        }
        return handlers.of(exchange)
                .filter(handler -> handler.hasMethodAnnotation(RequireIdempotencyKey.class))
                .hasElement()
                .flatMap(keyed -> keyed ? once(exchange, chain) : chain.filter(exchange));
    }

    private Mono<Void> once(ServerWebExchange exchange, WebFilterChain chain) {
        var key = exchange.getRequest().getHeaders().getFirst(KEY);
        if (key == null) {
            return Mono.error(HttpProblem.IDEMPOTENCY_KEY_MISSING.raise());
        }
        if (!KEY_FORM.matcher(key).matches()) {
            return Mono.error(HttpProblem.IDEMPOTENCY_KEY_BAD.raise());
        }
        return exchange.getPrincipal()
                .map(Principal::getName)
                .zipWith(bodyOf(exchange), (owner, body) -> KeyedRequest.of(exchange, owner, key, body))
                .flatMap(request -> answerOnce(request, exchange, chain));
    }

    private Mono<Void> answerOnce(KeyedRequest request, ServerWebExchange exchange, WebFilterChain chain) {
        return answers.begin(request.owner(), request.key(), request.hash())
                .flatMap(taken -> taken
                        ? firstAnswer(request, exchange, chain)
                        : answers.find(request.owner(), request.key())
                                .flatMap(kept -> repeatedAnswer(request, kept, exchange)));
    }

    private Mono<Void> firstAnswer(KeyedRequest request, ServerWebExchange exchange, WebFilterChain chain) {
        var response = new RecordedResponse(exchange.getResponse());
        var recorded = exchange.mutate()
                .request(new BufferedRequest(exchange.getRequest(), request.body()))
                .response(response)
                .build();
        return chain.filter(recorded)
                .onErrorResume(error -> problems.handle(recorded, error))
                .then(Mono.defer(() -> keep(request, response)))
                .onErrorResume(error -> giveBack(request).then(Mono.error(error)));
    }

    private Mono<Void> keep(KeyedRequest request, RecordedResponse response) {
        var status = Objects.requireNonNullElse(response.getStatusCode(), HttpStatusCode.valueOf(200));
        if (status.is5xxServerError()) {
            return giveBack(request).then(response.send());
        }
        var type = response.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE);
        return answers.keep(request.owner(), request.key(), status.value(), type, response.recordedBody())
                .then(response.send());
    }

    private Mono<Void> giveBack(KeyedRequest request) {
        return answers.forget(request.owner(), request.key());
    }

    private static Mono<Void> repeatedAnswer(KeyedRequest request, KeptAnswer kept, ServerWebExchange exchange) {
        if (!kept.requestHash().equals(request.hash())) {
            return Mono.error(HttpProblem.IDEMPOTENCY_KEY_REUSED.raise());
        }
        var status = kept.status();
        if (status == null) {
            return Mono.error(HttpProblem.IDEMPOTENCY_IN_FLIGHT.raise());
        }
        var response = exchange.getResponse();
        response.setStatusCode(HttpStatusCode.valueOf(status));
        response.getHeaders().set(REPLAYED, "true");
        if (kept.contentType() != null) {
            response.getHeaders().set(HttpHeaders.CONTENT_TYPE, kept.contentType());
        }
        var body = Objects.requireNonNullElse(kept.body(), new byte[0]);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    private static Mono<byte[]> bodyOf(ServerWebExchange exchange) {
        return DataBufferUtils.join(exchange.getRequest().getBody(), BODY_BYTES_MAX)
                .map(IdempotencyFilter::bytesOf)
                .defaultIfEmpty(new byte[0]);
    }

    private static byte[] bytesOf(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
