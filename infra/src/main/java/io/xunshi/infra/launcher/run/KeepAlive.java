package io.xunshi.infra.launcher.run;

import io.xunshi.infra.launcher.console.Console;
import io.xunshi.infra.server.ServerFailure;

/** Starts a program again when it ends by itself. */
final class KeepAlive {

    /** Enough for a stray kill; a program that cannot run is left alone. */
    private static final int RESTARTS_MAX = 5;

    private final Application application;
    private final Console console;
    private final Runnable onRestarted;

    private KeepAlive(Application application, Console console, Runnable onRestarted) {
        this.application = application;
        this.console = console;
        this.onRestarted = onRestarted;
    }

    /** Watches the application until it is closed. */
    static void begin(Application application, Console console, Runnable onRestarted) {
        Thread.ofVirtual()
                .name("keep-alive-" + application.name())
                .start(new KeepAlive(application, console, onRestarted)::watch);
    }

    private void watch() {
        for (int restarts = 0; restarts < RESTARTS_MAX; restarts++) {
            int status = application.awaitEnd();
            if (!application.isWanted()) {
                return;
            }
            console.line(application.name() + " ended with status " + status + "; starting it again");
            restart();
        }
    }

    private void restart() {
        try {
            application.start();
            onRestarted.run();
        } catch (ServerFailure e) {
            console.line(String.valueOf(e.getMessage()));
        }
    }
}
