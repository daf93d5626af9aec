package io.xunshi.infra.junit;

import io.xunshi.infra.server.ServerKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What a test class asks for with {@link WithServers}.
 *
 * @param scope names the set of databases; classes of one scope share it
 */
record TestServersRequest(String scope, Set<ServerKind> kinds) {

    /** The request of the class or, for a nested class, of the class around it; empty if neither has one. */
    static Optional<TestServersRequest> of(Class<?> testClass) {
        for (Class<?> owner = testClass; owner != null; owner = owner.getEnclosingClass()) {
            Optional<WithServers> found = AnnotationSupport.findAnnotation(owner, WithServers.class);
            if (found.isPresent()) {
                return Optional.of(of(owner, found.get()));
            }
        }
        return Optional.empty();
    }

    private static TestServersRequest of(Class<?> owner, WithServers annotation) {
        String scope = annotation.sharedAs().isEmpty() ? owner.getSimpleName() : annotation.sharedAs();
        var kinds = EnumSet.noneOf(ServerKind.class);
        kinds.addAll(List.of(annotation.value()));
        return new TestServersRequest(scope, kinds);
    }
}
