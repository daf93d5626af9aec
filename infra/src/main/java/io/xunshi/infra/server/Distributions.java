package io.xunshi.infra.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Properties;

/**
 * The servers' programs as the build fetched them, unpacked once each.
 *
 * <p>An unpacked folder is named for its version and content and never changes afterwards, so that any number of
 * processes may run from it, while others are unpacked beside it.
 */
final class Distributions {

    private static final Properties ARTIFACTS = artifacts();

    private final Path fetched;

    Distributions(Path fetched) {
        this.fetched = fetched;
    }

    static Distributions ofProject() {
        return new Distributions(ProjectFolder.locate().resolve("infra/target/servers"));
    }

    /** Fills a new, empty folder. */
    @FunctionalInterface
    interface Filling {
        void into(Path folder) throws IOException;
    }

    /** The fetched file with the given key in {@code artifacts.properties}. */
    Path file(String key) {
        Path file = fetched.resolve(ARTIFACTS.getProperty(key));
        if (!Files.isRegularFile(file)) {
            throw new ServerFailure(
                    "The server's file " + file + " is missing; run: ./mvnw generate-resources -pl infra -am");
        }
        return file;
    }

    /** The folder with the given name, filled by the first caller on this machine while the others wait. */
    Path unpacked(String name, Filling filling) {
        Path folder = fetched.resolve("unpacked").resolve(name);
        try {
            synchronized (Distributions.class) {
                Files.createDirectories(folder.getParent());
                unpackOnce(folder, filling);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unpack " + folder, e);
        }
        return folder;
    }

    private static void unpackOnce(Path folder, Filling filling) throws IOException {
        Path lock = folder.resolveSibling(folder.getFileName() + ".lock");
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            if (Files.isDirectory(folder)) {
                return;
            }
            Path unfinished = folder.resolveSibling(folder.getFileName() + ".unfinished");
            Folders.delete(unfinished);
            Files.createDirectory(unfinished);
            filling.into(unfinished);
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static Properties artifacts() {
        var properties = new Properties();
        try (var in = Distributions.class.getResourceAsStream("artifacts.properties")) {
            if (in == null) {
                throw new IllegalStateException("artifacts.properties is missing from the class path");
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
