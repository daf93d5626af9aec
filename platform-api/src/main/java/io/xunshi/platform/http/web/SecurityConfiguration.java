package io.xunshi.platform.http.web;

import io.xunshi.platform.http.HttpSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.FormLoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HttpBasicSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.oauth2.server.resource.introspection.ReactiveOpaqueTokenAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.introspection.ReactiveOpaqueTokenIntrospector;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter.Mode;
import org.springframework.security.web.server.util.matcher.AndServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.NegatedServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Mono;

/**
 * Denies by default; browsers are held by session and CSRF token, machines by access tokens, pages by a strict content
 * security policy.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityConfiguration {
    /** Providers sign their calls, machines bring their secret: neither holds a session that could be misused. */
    private static final String[] WITHOUT_SESSION = {"/api/v1/payment-events", "/api/v1/carrier-events", "/oauth2/token"
    };

    @Bean
    SecurityWebFilterChain security(
            ServerHttpSecurity http,
            AccessRules access,
            VisitorsOfPublicPages visitors,
            ReactiveOpaqueTokenIntrospector tokens,
            ReactiveOpaqueTokenAuthenticationConverter machines,
            ProblemHandler problems,
            HttpSettings settings) {
        return http.securityContextRepository(visitors)
                .formLogin(FormLoginSpec::disable)
                .httpBasic(HttpBasicSpec::disable)
                .logout(LogoutSpec::disable)
                .requestCache(RequestCacheSpec::disable)
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens(settings))
                        .csrfTokenRequestHandler(new ServerCsrfTokenRequestAttributeHandler())
                        .requireCsrfProtectionMatcher(changesSomething())
                        .accessDeniedHandler(problems))
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems)
                        .opaqueToken(opaque -> opaque.introspector(tokens).authenticationConverter(machines)))
                .headers(headers -> headers.frameOptions(frames -> frames.mode(Mode.DENY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN))
                        .contentSecurityPolicy(policy -> policy.policyDirectives(contentPolicy(settings))))
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .authorizeExchange(
                        exchange -> exchange.pathMatchers(HttpMethod.GET, "/actuator/health/**", "/v3/api-docs/**")
                                .permitAll()
                                .pathMatchers("/actuator/**")
                                .hasRole("ADMINISTRATOR")
                                .anyExchange()
                                .access(access))
                .build();
    }

    /**
     * The server's own observation of a request tells enough; one more per security filter cost an eighth of the time
     * of a fast request.
     */
    @Bean
    SecurityObservationSettings observations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Reading the token is what makes Spring Security write its cookie; a browser needs it before its first change. */
    @Bean
    WebFilter csrfCookie() {
        return (exchange, chain) -> csrfToken(exchange).then(chain.filter(exchange));
    }

    private static Mono<CsrfToken> csrfToken(ServerWebExchange exchange) {
        Mono<CsrfToken> token = exchange.getAttribute(CsrfToken.class.getName());
        return token == null || !exchange.getRequest().getPath().value().equals("/api/v1/session")
                ? Mono.empty()
                : token;
    }

    private static CookieServerCsrfTokenRepository csrfTokens(HttpSettings settings) {
        var tokens = CookieServerCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax")
                .secure("https".equals(settings.publicUrl().getScheme())));
        return tokens;
    }

    private static ServerWebExchangeMatcher changesSomething() {
        var reads = ServerWebExchangeMatchers.matchers(
                ServerWebExchangeMatchers.pathMatchers(HttpMethod.GET, "/**"),
                ServerWebExchangeMatchers.pathMatchers(HttpMethod.HEAD, "/**"),
                ServerWebExchangeMatchers.pathMatchers(HttpMethod.OPTIONS, "/**"),
                ServerWebExchangeMatchers.pathMatchers(WITHOUT_SESSION),
                BearerTokens.matcher());
        return new AndServerWebExchangeMatcher(
                ServerWebExchangeMatchers.anyExchange(), new NegatedServerWebExchangeMatcher(reads));
    }

    private static String contentPolicy(HttpSettings settings) {
        return "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self' %s; "
                        .formatted(settings.uploadOrigin())
                + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }
}
