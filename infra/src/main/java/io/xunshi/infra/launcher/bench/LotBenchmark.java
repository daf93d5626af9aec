package io.xunshi.infra.launcher.bench;

import io.xunshi.infra.launcher.faults.Patience;
import io.xunshi.infra.launcher.faults.SearchIndex;
import io.xunshi.infra.server.Variables;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * Our search among a hundred thousand lots against the same query sent to Elasticsearch: a word of the trade that names
 * a grade, a bound on its quality, and all facets.
 */
final class LotBenchmark implements Benchmark {
    private static final int LOTS = 100_000;
    private static final String QUERY =
            "/api/v1/search/lots?limit=24&quality=al_pct:90..&q=" + URLEncoder.encode("破碎料", StandardCharsets.UTF_8);
    private static final Duration INDEXING_LIMIT = Duration.ofSeconds(30);

    @Override
    public String name() {
        return "lots";
    }

    @Override
    public List<Figure> measure(Stage stage) throws IOException {
        var engine = stage.variable(Variables.ELASTICSEARCH_URL);
        var prefix = stage.variable(Variables.SEARCH_INDEX_PREFIX);
        OfferedLots.by(stage.demo("ORGANISATION_MEMBER"));
        var found = new SearchIndex(engine, prefix);
        Patience.within(INDEXING_LIMIT, () -> found.found("lots").size() >= OfferedLots.COUNT);
        try (var index = new CrowdedIndex(URI.create(engine), prefix + "-lots")) {
            index.growTo(LOTS);
            var asked = Overheard.behind(stage, QUERY);
            return new Comparison()
                    .of(Load.get(stage.site(), QUERY), Load.post(URI.create(engine), asked.path(), asked.body()));
        }
    }
}
