package io.xunshi.infra.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Looks for TCP ports on the loopback interface. */
public final class Ports {
    private static final int FIRST = 20_000;

    /**
     * Where Linux begins to take ports for outgoing connections. Elasticsearch needs many seconds from hearing of its
     * port to listening on it; on a busy machine a connection took the port meanwhile.
     */
    private static final int FIRST_OF_CONNECTIONS = 32_768;

    private static final int TRIES = 1_000;

    private Ports() {}

    /** A port that is free now, and that no outgoing connection will take. */
    public static int free() {
        return ThreadLocalRandom.current()
                .ints(TRIES, FIRST, FIRST_OF_CONNECTIONS)
                .filter(Ports::isFree)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No free port on 127.0.0.1"));
    }

    /** Whether a server could listen on the port now. */
    public static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress("127.0.0.1", port));
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
