package io.xunshi.infra.launcher.console;

/** A command cannot be carried out; the message is the one thing that the person who started us reads. */
public final class LauncherFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LauncherFailure(String message) {
        super(message);
    }
}
