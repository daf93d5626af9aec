package io.xunshi.platform;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.ForMachines;
import io.xunshi.platform.http.Scope;
import io.xunshi.platform.identity.Role;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * One way to call the API, as the running server has it.
 *
 * @param path with its variables, <code>/api/v1/orders/{id}</code>
 * @param scopes with which machines may, empty for none
 */
record Endpoint(HttpMethod method, String path, Set<Caller> callers, Set<Scope> scopes) {
    private static final Endpoint SIGN_OUT =
            new Endpoint(HttpMethod.DELETE, "/api/v1/session", Set.of(Caller.PUBLIC), Set.of());

    /** All of ours; signing out stands at the end, because it ends the caller's session. */
    static List<Endpoint> of(RequestMappingHandlerMapping mapping) {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("io.xunshi.platform."))
                .flatMap(entry -> of(entry.getKey(), entry.getValue()))
                .sorted(Comparator.<Endpoint, Boolean>comparing(SIGN_OUT::equals)
                        .thenComparing(Endpoint::path)
                        .thenComparing(endpoint -> endpoint.method().name()))
                .toList();
    }

    private static Stream<Endpoint> of(RequestMappingInfo info, HandlerMethod handler) {
        var access = Objects.requireNonNull(handler.getMethodAnnotation(Access.class), handler.toString());
        var opened = handler.getMethodAnnotation(ForMachines.class);
        var scopes = opened == null ? Set.<Scope>of() : Set.of(opened.value());
        return info.getPatternsCondition().getPatterns().stream()
                .flatMap(pattern -> info.getMethodsCondition().getMethods().stream()
                        .map(RequestMethod::asHttpMethod)
                        .map(method ->
                                new Endpoint(method, pattern.getPatternString(), Set.of(access.value()), scopes)));
    }

    /** Whether anybody may read it, a machine like a stranger. */
    boolean isOpenToReaders() {
        return callers.contains(Caller.PUBLIC) && method == HttpMethod.GET;
    }

    boolean hasVariables() {
        return path.contains("{");
    }

    boolean isFor(@Nullable Role role) {
        return callers.contains(Caller.PUBLIC)
                || role != null
                        && (callers.contains(Caller.SIGNED_IN) || callers.contains(Caller.valueOf(role.name())));
    }

    String addressOf(Map<String, String> variables) {
        return UriComponentsBuilder.fromPath(path.replace("{*", "{"))
                .encode()
                .buildAndExpand(variables)
                .toUriString();
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
