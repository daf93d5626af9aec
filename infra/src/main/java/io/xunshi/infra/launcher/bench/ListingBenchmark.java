package io.xunshi.infra.launcher.bench;

import io.xunshi.infra.launcher.faults.Database;
import io.xunshi.infra.server.Variables;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A listing's JSON against a bare handler that answers with as many bytes. */
final class ListingBenchmark implements Benchmark {

    @Override
    public String name() {
        return "listing";
    }

    @Override
    public List<Figure> measure(Stage stage) throws IOException {
        var id = new Database(stage.variable(Variables.POSTGRES_URL))
                .rows("select id from listing.listing where state = 'PUBLISHED' order by id limit 1")
                .getFirst();
        var ours = Load.get(stage.site(), "/api/v1/listings/" + id);
        int size;
        try (var connection = new Connection(ours.server())) {
            size = connection.exchange(ours);
        }
        var bare = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx768m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BareHandler.class.getName(),
                        String.valueOf(size))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var said = new BufferedReader(new InputStreamReader(bare.getInputStream(), StandardCharsets.UTF_8))) {
            var address = URI.create(said.readLine());
            return new Comparison().of(ours, Load.get(address, "/"));
        } finally {
            bare.destroy();
        }
    }
}
