package io.xunshi.platform.http.web;

import io.xunshi.platform.http.HttpProblem;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes every refusal, wherever it came from, as a problem document in the reader's language. */
@Component
@Order(-2)
class ProblemHandler implements WebExceptionHandler, ServerAuthenticationEntryPoint, ServerAccessDeniedHandler {
    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);
    private static final String RETRY_AFTER_SECONDS = "5";

    private final ProblemTexts texts;
    private final JsonMapper json;

    ProblemHandler(ProblemTexts texts, JsonMapper json) {
        this.texts = texts;
        this.json = json;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(error);
        }
        var refusal = RefusalOfError.of(error).orElseGet(() -> unexpected(exchange, error));
        if (refusal.problem() == HttpProblem.UNAVAILABLE) {
            tellWhatIsAway(exchange, error);
        }
        return write(exchange, refusal);
    }

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException anonymous) {
        return handle(exchange, anonymous);
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, AccessDeniedException denied) {
        return handle(exchange, (Throwable) denied);
    }

    /** Without a stack: while a server is away, every request says so. */
    private static void tellWhatIsAway(ServerWebExchange exchange, Throwable error) {
        log.warn(
                "Request {} {} was put off, id {}: {}",
                exchange.getRequest().getMethod(),
                exchange.getRequest().getPath(),
                exchange.getRequest().getId(),
                NestedExceptionUtils.getMostSpecificCause(error).toString());
    }

    private static Refusal unexpected(ServerWebExchange exchange, Throwable error) {
        log.error(
                "Request {} {} failed, id {}",
                exchange.getRequest().getMethod(),
                exchange.getRequest().getPath(),
                exchange.getRequest().getId(),
                error);
        return Refusal.of(HttpProblem.INTERNAL);
    }

    private Mono<Void> write(ServerWebExchange exchange, Refusal refusal) {
        var reader = ProblemTexts.languageOf(localeOf(exchange));
        var response = exchange.getResponse();
        response.setStatusCode(HttpStatusCode.valueOf(refusal.status()));
        var headers = response.getHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.set(HttpHeaders.CONTENT_LANGUAGE, reader.toLanguageTag());
        headers.setCacheControl("no-store");
        if (refusal.status() == 503 || refusal.status() == 429) {
            headers.set(HttpHeaders.RETRY_AFTER, retryAfter(refusal));
        }
        challengeOf(refusal).ifPresent(challenge -> headers.set(HttpHeaders.WWW_AUTHENTICATE, challenge));
        var bytes = json.writeValueAsBytes(document(exchange, refusal, reader));
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(bytes)));
    }

    private ProblemDocument document(ServerWebExchange exchange, Refusal refusal, Locale reader) {
        var problem = refusal.problem();
        return new ProblemDocument(
                "/problems/" + problem.code(),
                texts.title(problem, reader),
                refusal.status(),
                texts.detail(problem, refusal.arguments(), reader),
                exchange.getRequest().getPath().value(),
                problem.code(),
                exchange.getRequest().getId(),
                texts.inWords(refusal.fields(), reader),
                refusal.extensions());
    }

    /** What is wrong with an access token, in the words of RFC 6750, section 3. */
    private static Optional<String> challengeOf(Refusal refusal) {
        return Optional.ofNullable(
                switch (refusal.problem()) {
                    case HttpProblem.TOKEN_NOT_VALID -> "Bearer error=\"invalid_token\"";
                    case HttpProblem.SCOPE_MISSING -> "Bearer error=\"insufficient_scope\"";
                    default -> null;
                });
    }

    private static String retryAfter(Refusal refusal) {
        return refusal.extensions()
                .getOrDefault("retryAfterSeconds", RETRY_AFTER_SECONDS)
                .toString();
    }

    private static Locale localeOf(ServerWebExchange exchange) {
        var locale = exchange.getLocaleContext().getLocale();
        return locale == null ? Locale.SIMPLIFIED_CHINESE : locale;
    }
}
