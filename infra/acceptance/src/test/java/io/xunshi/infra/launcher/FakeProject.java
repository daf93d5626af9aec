package io.xunshi.infra.launcher;

import io.xunshi.infra.server.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A project whose build does nothing and whose programs are {@link FakeProgram}s; the servers are the real ones. */
record FakeProject(Path folder) {

    static FakeProject in(Path folder) throws IOException {
        Path target = Files.createDirectories(folder.resolve("infra/target"));
        Files.createSymbolicLink(
                target.resolve("servers"), ProjectFolder.locate().resolve("infra/target/servers"));
        Path maven = Files.writeString(folder.resolve("mvnw"), "#!/bin/sh\n");
        Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwx------"));
        FakeProgram.writeJar(folder.resolve("platform-api/target/platform-api-exec.jar"));
        FakeProgram.writeJar(folder.resolve("platform-api/sample-data/target/sample-data-exec.jar"));
        FakeProgram.writeJar(folder.resolve("platform-api/search-quality/target/search-quality-exec.jar"));
        FakeProgram.writeJar(folder.resolve("platform-api/bulk-fold/target/bulk-fold-exec.jar"));
        FakeProgram.writeJar(folder.resolve("search-indexer/target/search-indexer-exec.jar"));
        Files.createDirectories(folder.resolve("platform-web"));
        return new FakeProject(folder);
    }

    /** Removes what leads out of the folder, so that the folder can be deleted without harm. */
    void remove() throws IOException {
        Files.delete(folder.resolve("infra/target/servers"));
    }
}
