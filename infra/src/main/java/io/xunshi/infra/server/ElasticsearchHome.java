package io.xunshi.infra.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Elasticsearch's program folder: the published distribution with our analysis plugin added. */
final class ElasticsearchHome {

    private static final String PLUGIN = "analysis-xunshi";

    private ElasticsearchHome() {}

    /**
     * The folder for the plugin as it was last built; each build of the plugin has its own, sharing the other files.
     */
    static Path unpack() {
        Distributions distributions = Distributions.ofProject();
        Path zip = distributions.file("elasticsearch");
        String name = zip.getFileName().toString().replaceFirst("\\.zip$", "");
        Path plain = distributions.unpacked(name, folder -> Archives.unzipWithoutTopFolder(zip, folder));
        return plugin().map(plugin -> withPlugin(distributions, plain, plugin)).orElse(plain);
    }

    /** The plugin's zip, or empty where the module was not packaged yet, as in tests that need no analysis. */
    private static Optional<Path> plugin() {
        Path target = ProjectFolder.locate().resolve("search-indexer/analysis-plugin/target");
        if (!Files.isDirectory(target)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(ElasticsearchHome::isPluginZip).findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look into " + target, e);
        }
    }

    private static boolean isPluginZip(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(PLUGIN) && name.endsWith(".zip");
    }

    private static Path withPlugin(Distributions distributions, Path plain, Path plugin) {
        return distributions.unpacked(plain.getFileName() + "-" + PLUGIN + "-" + ContentHash.of(plugin), folder -> {
            link(plain, folder);
            Archives.unzip(plugin, folder.resolve("plugins").resolve(PLUGIN));
        });
    }

    private static void link(Path source, Path target) throws IOException {
        List<Path> paths;
        try (Stream<Path> found = Files.walk(source)) {
            paths = found.skip(1).toList();
        }
        for (Path path : paths) {
            Path twin = target.resolve(source.relativize(path));
            if (Files.isDirectory(path)) {
                Files.createDirectory(twin);
            } else {
                Files.createLink(twin, path);
            }
        }
    }
}
