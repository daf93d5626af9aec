package io.xunshi.platform.identity.web;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.identity.domain.Account;
import io.xunshi.platform.identity.domain.Device;
import io.xunshi.platform.identity.domain.OpenSession;
import io.xunshi.platform.identity.usecase.EndSessions;
import io.xunshi.platform.identity.usecase.WatchDevices;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.security.web.server.context.WebSessionServerSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** Begins and ends the sessions of requests; they live in Redis. */
@Component
class Sessions {
    private static final String DEVICE_COOKIE = "XUNSHI_DEVICE";
    private static final int DEVICE_BYTES = 16;

    /** As long as browsers keep any cookie. */
    private static final Duration DEVICE_AGE = Duration.ofDays(400);

    private final ServerSecurityContextRepository contexts = new WebSessionServerSecurityContextRepository();
    private final EndSessions endSessions;
    private final WatchDevices watchDevices;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Sessions(EndSessions endSessions, WatchDevices watchDevices, Clock clock) {
        this.endSessions = endSessions;
        this.watchDevices = watchDevices;
        this.clock = clock;
    }

    Mono<Void> check() {
        return endSessions.check();
    }

    /** Who is signed in; unlike the principal of a public page, this fails while the store does not answer. */
    Mono<SignedIn> current(ServerWebExchange exchange) {
        return contexts.load(exchange)
                .mapNotNull(SecurityContext::getAuthentication)
                .mapNotNull(Authentication::getPrincipal)
                .ofType(SignedIn.class);
    }

    /** Signs the account in under a new session id, so that an id planted before is worth nothing. */
    Mono<Void> begin(ServerWebExchange exchange, Account account) {
        var roles = account.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
        var person = new PreAuthenticatedAuthenticationToken(
                new SignedIn(account.id(), account.roles()), "", List.copyOf(roles));
        return exchange.getSession()
                .doOnNext(session -> describe(session, exchange))
                .flatMap(WebSession::changeSessionId)
                .then(contexts.save(exchange, new SecurityContextImpl(person)))
                .then(Mono.defer(() -> watchDevices.signedIn(account.id(), deviceToken(exchange), deviceOf(exchange))));
    }

    private void describe(WebSession session, ServerWebExchange exchange) {
        session.getAttributes().put(OpenSession.DEVICE, deviceOf(exchange));
        session.getAttributes().put(OpenSession.SIGNED_IN_AT, clock.instant());
    }

    private static String deviceOf(ServerWebExchange exchange) {
        return Device.of(exchange.getRequest().getHeaders().getFirst(HttpHeaders.USER_AGENT));
    }

    /** What the browser is known by: the cookie that it brought, or a new one. */
    private String deviceToken(ServerWebExchange exchange) {
        var brought = exchange.getRequest().getCookies().getFirst(DEVICE_COOKIE);
        if (brought != null && brought.getValue().length() == DEVICE_BYTES * 2) {
            return brought.getValue();
        }
        var bytes = new byte[DEVICE_BYTES];
        random.nextBytes(bytes);
        var token = HexFormat.of().formatHex(bytes);
        exchange.getResponse()
                .addCookie(ResponseCookie.from(DEVICE_COOKIE, token)
                        .path("/api/v1")
                        .httpOnly(true)
                        .sameSite("Lax")
                        .secure("https".equals(exchange.getRequest().getURI().getScheme()))
                        .maxAge(DEVICE_AGE)
                        .build());
        return token;
    }

    Mono<Void> end(ServerWebExchange exchange) {
        return exchange.getSession().flatMap(WebSession::invalidate);
    }

    Mono<Void> endOthers(AccountId account, String keptSessionId) {
        return endSessions.others(account, keptSessionId);
    }

    Mono<Void> endAll(AccountId account) {
        return endSessions.all(account);
    }
}
