package io.xunshi.infra.junit;

import io.xunshi.infra.server.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder for the data and logs of this JVM's servers, named for its process id and deleted at the end. */
record TestState(Path folder) {

    static TestState create(Path parent) {
        try {
            Files.createDirectories(parent);
            deleteOrphans(parent);
            return new TestState(Files.createDirectories(
                    parent.resolve(String.valueOf(ProcessHandle.current().pid()))));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use " + parent + " for the servers of tests", e);
        }
    }

    void delete() {
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + folder, e);
        }
    }

    /** Deletes the folders of JVMs that were killed. */
    private static void deleteOrphans(Path parent) throws IOException {
        List<Path> folders;
        try (Stream<Path> found = Files.list(parent)) {
            folders = found.filter(TestState::isOrphan).toList();
        }
        for (Path folder : folders) {
            Folders.delete(folder);
        }
    }

    private static boolean isOrphan(Path folder) {
        long pid = Long.parseLong(folder.getFileName().toString());
        return pid == ProcessHandle.current().pid() || ProcessHandle.of(pid).isEmpty();
    }
}
