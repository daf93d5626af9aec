package io.xunshi.infra.launcher.run;

import io.xunshi.infra.launcher.build.Programs;
import io.xunshi.infra.launcher.build.Programs.Program;
import io.xunshi.infra.launcher.state.StateFolder;
import io.xunshi.infra.server.JvmOptions;
import io.xunshi.infra.server.Ports;
import io.xunshi.infra.server.ServerPlace;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Another platform-api beside a running platform's own, on the same servers but for what it is told otherwise. */
public final class SecondServer implements AutoCloseable {

    private static final String NAME = "second-platform-api";

    private final Application application;

    private SecondServer(Application application) {
        this.application = application;
    }

    /**
     * Returns when it is healthy.
     *
     * @param environment of the running platform
     * @param otherwise variables that differ
     */
    public static SecondServer start(
            StateFolder state, Map<String, String> environment, Map<String, String> otherwise) {
        int port = Ports.free();
        var variables = new TreeMap<>(environment);
        variables.putAll(otherwise);
        var program = JavaProgram.ofJar(
                Programs.installed(Program.PLATFORM_API, state.programs()),
                // It lives for minutes.
                List.of("-Xmx512m", JvmOptions.QUICK_COMPILER),
                List.of(),
                new ApplicationEnvironment(variables).withPort(port));
        var application = new Application(NAME, program, ServerPlace.in(state.path(), NAME, port), "/actuator/health");
        application.start();
        return new SecondServer(application);
    }

    public URI url() {
        return URI.create(application.address());
    }

    @Override
    public void close() {
        application.close();
    }
}
