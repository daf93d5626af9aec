package io.xunshi.infra.launcher.bench;

import io.xunshi.infra.server.Variables;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Our search against the same query sent to Elasticsearch. */
final class SearchBenchmark implements Benchmark {
    private static final String QUERY =
            "/api/v1/search/listings?limit=24&q=" + URLEncoder.encode("书柜", StandardCharsets.UTF_8);

    @Override
    public String name() {
        return "search";
    }

    @Override
    public List<Figure> measure(Stage stage) throws IOException {
        var engine = URI.create(stage.variable(Variables.ELASTICSEARCH_URL));
        var asked = Overheard.behind(stage, QUERY);
        return new Comparison().of(Load.get(stage.site(), QUERY), Load.post(engine, asked.path(), asked.body()));
    }
}
