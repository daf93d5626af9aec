package io.xunshi.platform.http.web;

import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;

/** Requests of machines, by what they prove themselves with (RFC 6750, section 2.1). */
final class BearerTokens {
    private static final String SCHEME = "bearer";

    private BearerTokens() {}

    /**
     * Whether the request comes with an access token, be it a good one or not. A browser sends none by itself, so it
     * cannot be forged from another site; and a session that comes along counts for nothing.
     */
    static boolean isIn(ServerHttpRequest request) {
        var authorization = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME);
    }

    static ServerWebExchangeMatcher matcher() {
        return exchange -> isIn(exchange.getRequest()) ? MatchResult.match() : MatchResult.notMatch();
    }
}
