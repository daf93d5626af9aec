package io.xunshi.infra.launcher.build;

import io.xunshi.infra.launcher.console.LauncherFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
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
        SAMPLE_DATA("platform-api/sample-data", "sample-data");

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
     * Copies the program into a folder, so that a later build does not change it while it runs.
     *
     * @throws LauncherFailure if it is not built
     */
    public Path copy(Program program, Path folder) {
        Path jar = find(program).orElseThrow(() -> new LauncherFailure("There is no program in " + target(program)));
        Path copy = folder.resolve(program.label() + ".jar");
        try {
            return Files.copy(jar, copy, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot copy " + jar, e);
        }
    }

    private Optional<Path> find(Program program) {
        Path target = target(program);
        if (!Files.isDirectory(target)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().endsWith("-exec.jar"))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look into " + target, e);
        }
    }

    private Path target(Program program) {
        return project.resolve(program.module).resolve("target");
    }
}
