package io.xunshi.infra.server;

/** Options of the Java machines that we start. */
public final class JvmOptions {

    /**
     * Compiles once and fast. In programs that live for minutes, or have little to do, the compiler that makes the
     * fastest code takes more of the processors than its code saves: a start of platform-api costs half without it.
     */
    public static final String QUICK_COMPILER = "-XX:TieredStopAtLevel=1";

    private JvmOptions() {}
}
