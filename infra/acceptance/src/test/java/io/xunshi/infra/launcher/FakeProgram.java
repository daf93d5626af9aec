package io.xunshi.infra.launcher;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Stands in for our applications: healthy at once; as the sample data it writes a demo login and ends. */
final class FakeProgram {

    private FakeProgram() {}

    public static void main(String[] arguments) throws IOException {
        if (System.getProperty("java.class.path").contains("sample-data")) {
            Files.writeString(Path.of(System.getenv("XUNSHI_DEMO_ACCOUNTS_FILE")), """
                    [{"role": "RESIDENT", "contact": "resident@example.org", "password": "pass", "displayName": "居民"}]
                    """);
            return;
        }
        String port = System.getenv("SERVER_PORT");
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", Integer.parseInt(port)), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    /** Writes a runnable jar of this program. */
    static void writeJar(Path jar) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeProgram.class.getName());
        String entry = FakeProgram.class.getName().replace('.', '/') + ".class";
        Files.createDirectories(jar.getParent());
        try (OutputStream file = Files.newOutputStream(jar);
                var out = new JarOutputStream(file, manifest);
                var in = FakeProgram.class.getClassLoader().getResourceAsStream(entry)) {
            out.putNextEntry(new JarEntry(entry));
            out.write(in.readAllBytes());
        }
    }
}
