package io.xunshi.infra.launcher.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;

/**
 * A connection that is kept, with as little between it and the socket as HTTP/1.1 allows: the load must cost less than
 * what it measures.
 */
final class Connection implements AutoCloseable {
    private static final int OK = 200;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    Connection(URI server) throws IOException {
        socket = new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        out = socket.getOutputStream();
    }

    /**
     * Sends the request and reads the whole answer.
     *
     * @return the size of its body in bytes
     * @throws IOException also for an answer that is no 200
     */
    int exchange(Load load) throws IOException {
        var answer = ask(load);
        if (answer.status() != OK) {
            throw new IOException("The answer is " + answer.status());
        }
        return answer.size();
    }

    /** The same, whatever the answer is. */
    Answer ask(Load load) throws IOException {
        out.write(load.request());
        int status = Integer.parseInt(line().split(" ")[1]);
        int length = 0;
        boolean isChunked = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var name = header.toLowerCase(Locale.ROOT);
            if (name.startsWith("content-length:")) {
                length = Integer.parseInt(name.substring(15).strip());
            } else if (name.startsWith("transfer-encoding:")) {
                isChunked = name.contains("chunked");
            }
        }
        return new Answer(status, isChunked ? chunks() : skip(length));
    }

    /** @param size of the body in bytes */
    record Answer(int status, int size) {}

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private int chunks() throws IOException {
        int total = 0;
        int size;
        do {
            size = Integer.parseInt(line().strip(), 16);
            total += skip(size);
            line();
        } while (size > 0);
        return total;
    }

    private int skip(int length) throws IOException {
        in.skipNBytes(length);
        return length;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The connection was closed");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
