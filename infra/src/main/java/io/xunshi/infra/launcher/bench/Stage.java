package io.xunshi.infra.launcher.bench;

import io.xunshi.infra.launcher.build.Programs;
import io.xunshi.infra.launcher.faults.Person;
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

    /** Somebody of the sample data with the role, signed in. */
    Person demo(String role) {
        return state.demoAccounts().stream()
                .filter(account -> account.role().equals(role))
                .findFirst()
                .map(account -> Person.signIn(site(), account))
                .orElseThrow();
    }

    String variable(String name) {
        return Objects.requireNonNull(environment().get(name), name);
    }

    Map<String, String> environment() {
        return platform.environment();
    }
}
