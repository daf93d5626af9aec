package io.xunshi.infra.launcher.run;

import io.xunshi.infra.launcher.build.Programs;
import io.xunshi.infra.launcher.build.Programs.Program;
import io.xunshi.infra.launcher.console.Console;
import io.xunshi.infra.launcher.state.StateFolder;
import io.xunshi.infra.server.Credentials;
import io.xunshi.infra.server.Durability;
import io.xunshi.infra.server.Folders;
import io.xunshi.infra.server.Ports;
import io.xunshi.infra.server.ServerFactory;
import io.xunshi.infra.server.ServerKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs the program that measures the search, on an Elasticsearch of its own and nothing else. */
public final class SearchQuality {

    private static final String NAME = "search-quality";

    private final Programs programs;
    private final StateFolder state;
    private final Console console;

    /** @param folder what is there is deleted */
    public SearchQuality(Programs programs, Path folder, Console console) {
        this.programs = programs;
        this.state = new StateFolder(folder);
        this.console = console;
    }

    /**
     * Shows the figures.
     *
     * @param json where they are written too
     */
    public void measure(Path json) throws IOException {
        Folders.delete(state.path());
        state.create();
        // Never a configured server: the indices of the measurement have no business there.
        var factory = new ServerFactory(
                Map.of(), state.path(), new Credentials("", ""), Durability.THROWAWAY, _ -> Ports.free());
        try (var engine = factory.create(ServerKind.ELASTICSEARCH)) {
            console.step(engine.name(), "", engine::start);
            var program = JavaProgram.ofJar(
                    programs.install(Program.SEARCH_QUALITY, state.programs()),
                    List.of(
                            "-Xmx256m",
                            "-XX:+UseSerialGC",
                            "--enable-native-access=ALL-UNNAMED",
                            "-Dstdout.encoding=UTF-8"),
                    List.of(json.toString()),
                    engine.environment());
            console.step("queries", "", () -> program.run(NAME, state.log(NAME), state.pidFile(NAME)));
        }
        console.line("");
        console.line(Files.readString(state.log(NAME)));
        console.line("Written to " + json);
    }
}
