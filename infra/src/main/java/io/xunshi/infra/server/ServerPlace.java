package io.xunshi.infra.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where one server lives on this machine.
 *
 * @param data the folder that it owns and that survives a restart
 * @param log the file that takes its output
 * @param pidFile the file that holds its process id while it runs
 * @param port the port it listens on, on 127.0.0.1 only
 */
public record ServerPlace(Path data, Path log, Path pidFile, int port) {

    /** The place of the server with the given label inside a state folder. */
    public static ServerPlace in(Path state, String label, int port) {
        return new ServerPlace(
                state.resolve("data").resolve(label),
                state.resolve("logs").resolve(label + ".log"),
                state.resolve("run").resolve(label + ".pid"),
                port);
    }

    void createFolders() {
        try {
            Files.createDirectories(data);
            Files.createDirectories(log.toAbsolutePath().getParent());
            Files.createDirectories(pidFile.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create the folders of " + data, e);
        }
    }
}
