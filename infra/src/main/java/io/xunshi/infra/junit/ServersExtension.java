package io.xunshi.infra.junit;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the servers that a test class asks for with {@link WithServers} and hands out their addresses. */
final class ServersExtension implements BeforeAllCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(ServersExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        servers(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestServers.class;
    }

    @Override
    public TestServers resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return servers(context);
    }

    private static TestServers servers(ExtensionContext context) {
        // The engine closes what its root store holds after the last test.
        context.getRoot().getStore(NAMESPACE).computeIfAbsent(ServerPool.class, _ -> ServerPool.open());
        return TestServersRequest.of(context.getRequiredTestClass())
                .map(ServerPool.open()::servers)
                .orElseThrow();
    }
}
