package io.xunshi.transparency.verify;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a log from a folder that holds its files under the paths that they have on the site. */
final class FolderSource implements LogSource {
    private final Path folder;

    FolderSource(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** Whether more than the log is there: figures and auctions. */
    boolean isWholeSite() {
        return Files.isDirectory(folder.resolve("api"));
    }

    @Override
    public byte[] read(String path) throws IOException {
        try {
            return Files.readAllBytes(fileOf(path));
        } catch (NoSuchFileException _) {
            throw new FileNotFoundException(path + " is not in the folder");
        }
    }

    /** A source that keeps in the folder whatever it reads from another. */
    LogSource keeping(LogSource other) {
        return path -> {
            var content = other.read(path);
            var file = fileOf(path);
            Files.createDirectories(file.getParent());
            Files.write(file, content);
            return content;
        };
    }

    /** A site that is checked names some of the paths itself, and is not believed yet. */
    private Path fileOf(String path) throws IOException {
        var file = folder.resolve(path).normalize();
        if (!file.startsWith(folder)) {
            throw new IOException(path + " leads out of the folder");
        }
        return file;
    }
}
