package io.xunshi.infra.launcher.state;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What runs on a state folder.
 *
 * @param supervisor the launcher's process, which starts and stops all others
 * @param url where browsers find the site
 * @param isReady whether everything has started
 * @param parts what was started so far, in order
 * @param environment the variables that our programs run with, secrets included
 */
public record RunRecord(
        ProcessIdentity supervisor, String url, boolean isReady, List<Part> parts, Map<String, String> environment) {

    public RunRecord {
        parts = List.copyOf(parts);
        environment = Map.copyOf(environment);
    }

    /** Leaves the environment out, so that no log gets a secret. */
    @Override
    public String toString() {
        return "RunRecord of " + url + " with " + parts;
    }

    /**
     * One part of the running platform.
     *
     * @param process its process; null if it runs inside the supervisor or is not ours
     * @param address where it answers
     * @param log the name of its log
     */
    public record Part(String name, @Nullable ProcessIdentity process, String address, String log) {}
}
