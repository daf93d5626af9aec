package io.xunshi.infra.launcher.build;

import io.xunshi.infra.launcher.console.LauncherFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Node.js, which builds the web client. */
public final class NodeJs {

    private static final int VERSION_MIN = 20;
    private static final Pattern VERSION = Pattern.compile("v(\\d+)\\.");

    private NodeJs() {}

    /**
     * Makes sure that it is installed.
     *
     * @throws LauncherFailure with what to install otherwise
     */
    public static void require() {
        String version = version();
        Matcher matcher = VERSION.matcher(version);
        if (!matcher.lookingAt() || Integer.parseInt(matcher.group(1)) < VERSION_MIN) {
            throw new LauncherFailure("Node.js " + VERSION_MIN + " or newer is needed to build the web client (found "
                    + (version.isEmpty() ? "none" : version) + "); install it from https://nodejs.org");
        }
    }

    private static String version() {
        try {
            Process process = new ProcessBuilder("node", "--version").start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException _) {
            return "";
        }
    }
}
