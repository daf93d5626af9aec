package io.xunshi.platform.trace.usecase;

import com.sun.net.httpserver.HttpServer;
import io.xunshi.transparency.note.NoteSigner;
import io.xunshi.transparency.note.SignatureType;
import io.xunshi.transparency.note.VerifierKey;
import io.xunshi.witness.WitnessFolder;
import io.xunshi.witness.WitnessServer;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Real witnesses in the test's own process, and whatever stands in for one that is not well. */
public final class Watchers {
    private final Path folder;
    private final List<VerifierKey> logs;
    private final List<Closeable> servers = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    /** @param logs the keys of the log that they watch */
    public Watchers(Path folder, List<VerifierKey> logs) {
        this.folder = folder;
        this.logs = logs;
    }

    /** Where a new sound witness answers that is not yet in the policy. */
    public URI sound(String name) {
        try {
            var witness = new WitnessServer(anyPort(), List.of(create(name)));
            servers.add(witness::close);
            return URI.create(witness.url() + "/" + name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where somebody answers every question in the same way. */
    URI answering(int status, String body) throws IOException {
        var server = HttpServer.create(anyPort(), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            try (exchange) {
                exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
                if (bytes.length > 0) {
                    exchange.getResponseBody().write(bytes);
                }
            }
        });
        server.start();
        servers.add(() -> server.stop(0));
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Where the line is taken and nothing is said. */
    URI hanging() throws IOException {
        var port = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        servers.add(port);
        return URI.create("http://127.0.0.1:" + port.getLocalPort());
    }

    /** Where nobody is. */
    URI gone() throws IOException {
        try (var port = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + port.getLocalPort());
        }
    }

    /** Enters a witness of the name into the policy, wherever it answers. */
    public Watchers watched(String name, URI url) {
        lines.add("witness %s %s %s".formatted(name, create(name).key(), url));
        return this;
    }

    /** The policy that so many of those entered are needed. */
    public Path policy(int needed) throws IOException {
        var names = lines.stream().map(line -> line.split(" ")[1]).toList();
        var text = "%s\ngroup all-of-them %d %s\nquorum all-of-them\n"
                .formatted(String.join("\n", lines), needed, String.join(" ", names));
        return Files.writeString(folder.resolve("policy"), text);
    }

    /** With the Ed25519 key of a witness, to sign what it would not. */
    NoteSigner signer(String name) throws IOException {
        create(name);
        var seed = Files.readAllLines(folder.resolve(name).resolve("keys")).getFirst();
        return NoteSigner.of(
                name, SignatureType.ED25519_COSIGNATURE, Base64.getDecoder().decode(seed));
    }

    WitnessFolder create(String name) {
        return WitnessFolder.create(folder.resolve(name), "witness.example/" + name, logs);
    }

    public void close() throws IOException {
        for (var server : servers) {
            server.close();
        }
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }
}
