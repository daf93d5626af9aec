package io.xunshi.platform.http.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.ForMachines;
import io.xunshi.platform.http.HttpProblem;
import io.xunshi.platform.http.Scope;
import io.xunshi.platform.kernel.ProblemException;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Decides from {@link Access} on the handler. What no controller serves is a page or a file of the web client, which is
 * public; a handler that names nobody is refused to everybody.
 */
@Component
class AccessRules implements ReactiveAuthorizationManager<AuthorizationContext> {
    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final AuthorizationDecision GRANTED = new AuthorizationDecision(true);

    private final Handlers handlers;
    private final AuthenticationTrustResolverImpl trust = new AuthenticationTrustResolverImpl();

    AccessRules(Handlers handlers) {
        this.handlers = handlers;
    }

    @Override
    public Mono<AuthorizationResult> authorize(Mono<Authentication> caller, AuthorizationContext context) {
        var request = context.getExchange().getRequest();
        return handlers.of(context.getExchange())
                .flatMap(handler -> BearerTokens.isIn(request)
                        ? decideOnMachine(handler, request.getMethod(), caller)
                        : decide(handler, caller))
                .defaultIfEmpty(GRANTED);
    }

    /** Whether anybody may ask for this without saying who they are. */
    Mono<Boolean> isPublic(ServerWebExchange exchange) {
        return handlers.of(exchange).map(AccessRules::isPublic).defaultIfEmpty(true);
    }

    static boolean isPublic(HandlerMethod handler) {
        return callersOf(handler).contains(Caller.PUBLIC);
    }

    private Mono<AuthorizationResult> decide(HandlerMethod handler, Mono<Authentication> caller) {
        var callers = callersOf(handler);
        // A public page must open even while the session store is down, so nobody is looked up for it.
        return callers.contains(Caller.PUBLIC)
                ? Mono.just(GRANTED)
                : caller.map(person -> (AuthorizationResult) new AuthorizationDecision(isOneOf(callers, person)))
                        .defaultIfEmpty(new AuthorizationDecision(false));
    }

    /** Refusals say what would help: a machine has nobody who guesses. */
    private static Mono<AuthorizationResult> decideOnMachine(
            HandlerMethod handler, HttpMethod method, Mono<Authentication> caller) {
        var opened = handler.getMethodAnnotation(ForMachines.class);
        if (opened == null) {
            return isPublic(handler) && READS.contains(method)
                    ? Mono.just(GRANTED)
                    : Mono.error(HttpProblem.NOT_FOR_MACHINES.raise());
        }
        return caller.filter(machine -> hasAny(machine, opened.value()))
                .switchIfEmpty(Mono.error(() -> refusal(opened.value())))
                .thenReturn(GRANTED);
    }

    private static boolean hasAny(Authentication machine, Scope... anyOf) {
        var granted = AuthorityUtils.authorityListToSet(machine.getAuthorities());
        return Stream.of(anyOf).map(Scope::authority).anyMatch(granted::contains);
    }

    private static ProblemException refusal(Scope... anyOf) {
        var words = Stream.of(anyOf).map(Scope::word).toList();
        return HttpProblem.SCOPE_MISSING.raise(String.join(", ", words)).with("scopes", words);
    }

    /** Nobody, where the handler names nobody. */
    private static Set<Caller> callersOf(HandlerMethod handler) {
        var access = handler.getMethodAnnotation(Access.class);
        return access == null ? Set.of() : Set.of(access.value());
    }

    private boolean isOneOf(Set<Caller> callers, Authentication person) {
        if (!person.isAuthenticated() || trust.isAnonymous(person)) {
            return false;
        }
        return callers.contains(Caller.SIGNED_IN)
                || person.getAuthorities().stream()
                        .anyMatch(role -> callers.stream()
                                .anyMatch(allowed -> ("ROLE_" + allowed.name()).equals(role.getAuthority())));
    }
}
