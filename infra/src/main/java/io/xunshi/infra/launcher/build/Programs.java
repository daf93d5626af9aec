package io.xunshi.infra.launcher.build;

import io.xunshi.infra.launcher.console.LauncherFailure;
import io.xunshi.infra.server.ContentHash;
import io.xunshi.infra.server.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The runnable jars that the build leaves in the modules' target folders. */
public final class Programs {

    private final Path project;

    public Programs(Path project) {
        this.project = project;
    }

    /** A program of ours. */
    public enum Program {
        PLATFORM_API("platform-api", "platform-api"),
        SEARCH_INDEXER("search-indexer", "search-indexer"),
        SAMPLE_DATA("platform-api/sample-data", "sample-data"),
        SEARCH_QUALITY("platform-api/search-quality", "search-quality"),
        BULK_FOLD("platform-api/bulk-fold", "bulk-fold");

        private final String module;
        private final String label;

        Program(String module, String label) {
            this.module = module;
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    boolean areBuilt() {
        return Stream.of(Program.values()).allMatch(program -> find(program).isPresent());
    }

    /**
     * Puts the program into a folder of its own, so that a later build does not change it while it runs. It is unpacked
     * there, because Java starts it in half the time from plain jars than from one jar of jars.
     *
     * @param folder the folder for the folders of all programs
     * @return the jar to run
     * @throws LauncherFailure if the program is not built
     */
    public Path install(Program program, Path folder) {
        Path jar = find(program).orElseThrow(() -> new LauncherFailure("There is no program in " + target(program)));
        Path home = folder.resolve(program.label());
        Path installed = home.resolve(jar.getFileName());
        Path version = home.resolve("version");
        try {
            String current = ContentHash.of(jar);
            if (!Files.exists(version) || !Files.readString(version).equals(current)) {
                Folders.delete(home);
                unpack(jar, Files.createDirectories(home));
                Files.writeString(version, current);
            }
            return installed;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot install " + jar, e);
        }
    }

    /** The jar of a program that was installed into the folder before. */
    public static Path installed(Program program, Path folder) {
        Path home = folder.resolve(program.label());
        return findIn(home).orElseThrow(() -> new LauncherFailure("There is no program in " + home));
    }

    private static void unpack(Path jar, Path home) throws IOException {
        if (!isJarOfJars(jar)) {
            Files.copy(jar, home.resolve(jar.getFileName()));
            return;
        }
        List<String> line = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djarmode=tools",
                "-jar",
                jar.toString(),
                "extract",
                "--force",
                "--destination",
                home.toString());
        Path log = home.resolveSibling(home.getFileName() + ".log");
        if (new Tool(line, home, Map.of()).runInto(log) != 0) {
            throw new LauncherFailure("Cannot unpack " + jar + "; look into " + log);
        }
    }

    private static boolean isJarOfJars(Path jar) throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            return file.getEntry("BOOT-INF/") != null;
        }
    }

    private Optional<Path> find(Program program) {
        return findIn(target(program));
    }

    private static Optional<Path> findIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith("-exec.jar"))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look into " + folder, e);
        }
    }

    private Path target(Program program) {
        return project.resolve(program.module).resolve("target");
    }
}
