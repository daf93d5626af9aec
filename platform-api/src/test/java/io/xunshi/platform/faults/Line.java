package io.xunshi.platform.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A TCP connection to a server that a test can cut, as if the server were down, or stall, as if it hung. */
public final class Line {
    private static final int BUFFER_BYTES = 16 * 1024;

    private final InetSocketAddress server;
    private final int port;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Lock lock = new ReentrantLock();
    private final Condition flows = lock.newCondition();
    private boolean stalled;
    private @Nullable ServerSocket entrance;

    private Line(InetSocketAddress server) throws IOException {
        this.server = server;
        entrance = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        port = entrance.getLocalPort();
        accept(entrance);
    }

    static Line to(String host, int port) {
        try {
            return new Line(new InetSocketAddress(host, port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where to connect instead of to the server. */
    int port() {
        return port;
    }

    /** Breaks every connection and refuses new ones. */
    public void cut() {
        close(entrance);
        entrance = null;
        sockets.forEach(Line::close);
    }

    /** Takes connections, and lets nothing through in either direction. */
    public void stall() {
        setStalled(true);
    }

    /** As good as new; what was held back goes on its way. */
    public void mend() {
        setStalled(false);
        if (entrance == null) {
            try {
                entrance = new ServerSocket();
                entrance.setReuseAddress(true);
                entrance.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                accept(entrance);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void setStalled(boolean value) {
        lock.lock();
        try {
            stalled = value;
            flows.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void accept(ServerSocket at) {
        Thread.ofVirtual().start(() -> {
            while (!at.isClosed()) {
                try {
                    connect(at.accept());
                } catch (IOException e) {
                    // The entrance is closed, or the server did not take the call: either way the caller is told.
                }
            }
        });
    }

    private void connect(Socket caller) throws IOException {
        var callee = new Socket();
        sockets.add(caller);
        sockets.add(callee);
        try {
            callee.connect(server);
            carry(caller, callee);
            carry(callee, caller);
        } catch (IOException e) {
            close(caller);
            throw e;
        }
    }

    private void carry(Socket from, Socket to) throws IOException {
        var in = from.getInputStream();
        var out = to.getOutputStream();
        Thread.ofVirtual().start(() -> {
            try {
                carry(in, out);
            } catch (IOException e) {
                // One side hung up, or the line was cut; the other side hears of it by the closing below.
            } finally {
                close(from);
                close(to);
                sockets.remove(from);
                sockets.remove(to);
            }
        });
    }

    private void carry(InputStream in, OutputStream out) throws IOException {
        var buffer = new byte[BUFFER_BYTES];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            awaitFlow();
            out.write(buffer, 0, read);
        }
    }

    private void awaitFlow() {
        lock.lock();
        try {
            while (stalled) {
                flows.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private static void close(@Nullable AutoCloseable open) {
        try {
            if (open != null) {
                open.close();
            }
        } catch (Exception e) {
            throw new IllegalStateException("A socket that cannot be closed", e);
        }
    }
}
