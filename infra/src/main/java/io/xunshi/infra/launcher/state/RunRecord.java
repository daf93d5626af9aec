package io.xunshi.infra.launcher.state;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What runs on a state folder.
 *
 * @param supervisor the launcher's process, which starts and stops all others
 * @param url where browsers find the site
 * @param isReady whether everything has started
 * @param parts what was started so far, in order
 */
public record RunRecord(ProcessIdentity supervisor, String url, boolean isReady, List<Part> parts) {

    public RunRecord {
        parts = List.copyOf(parts);
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
