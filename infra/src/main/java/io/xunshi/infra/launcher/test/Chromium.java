package io.xunshi.infra.launcher.test;

import com.sun.security.auth.module.UnixSystem;
import io.xunshi.infra.launcher.build.Tool;
import io.xunshi.infra.launcher.console.Console;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser for the end-to-end tests. */
final class Chromium {

    /** Chromium without what a window needs: the same pages take two fifths less of the processor. */
    private static final String HEADLESS = "chromium-headless-shell";

    private static final List<String> NAMES = List.of(HEADLESS, "chromium", "chromium-browser", "google-chrome");

    private final Console console;

    Chromium(Console console) {
        this.console = console;
    }

    /** The browser's program, installed first if it is missing and we may install it; empty if there is none. */
    Optional<Path> find() {
        return installed().or(() -> {
            if (mayInstall()) {
                install();
            }
            return installed();
        });
    }

    private static Optional<Path> installed() {
        return NAMES.stream().flatMap(name -> onPath(name).stream()).findFirst();
    }

    private static boolean mayInstall() {
        return new UnixSystem().getUid() == 0 && onPath("apt-get").isPresent();
    }

    private void install() {
        console.line("Installing Chromium");
        apt("update");
        apt("install", "--yes", "--no-install-recommends", HEADLESS);
    }

    private static void apt(String... arguments) {
        List<String> line = Stream.concat(Stream.of("apt-get", "--quiet=2"), Stream.of(arguments))
                .toList();
        new Tool(line, Path.of("/"), Map.of("DEBIAN_FRONTEND", "noninteractive")).runVisibly();
    }

    private static Optional<Path> onPath(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
