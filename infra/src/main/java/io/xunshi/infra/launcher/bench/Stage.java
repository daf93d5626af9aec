package io.xunshi.infra.launcher.bench;

import io.xunshi.infra.launcher.build.Programs;
import io.xunshi.infra.launcher.run.Platform;
import io.xunshi.infra.launcher.state.StateFolder;
import io.xunshi.infra.server.Variables;
import java.net.URI;
import java.util.Map;
import java.util.Objects;

/** The platform that is measured. */
record Stage(StateFolder state, Platform platform, Programs programs) {

    URI site() {
        return URI.create(variable(Variables.PUBLIC_URL));
    }

    String variable(String name) {
        return Objects.requireNonNull(environment().get(name), name);
    }

    Map<String, String> environment() {
        return platform.environment();
    }
}
