package io.xunshi.infra.launcher.bench;

import io.xunshi.infra.launcher.bench.ClosedLoop.Latencies;
import io.xunshi.infra.server.Variables;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Our search with a million listings in the index against the same with a hundred thousand. */
final class GrowthBenchmark implements Benchmark {
    private static final int SMALL = 100_000;
    private static final int LARGE = 1_000_000;
    private static final int CONNECTIONS = 4;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration ROUND = Duration.ofSeconds(15);
    private static final List<String> WORDS = List.of("书柜", "苹果手机", "自行车", "儿童推车", "冰箱", "台灯", "考研", "shouji");

    @Override
    public String name() {
        return "growth";
    }

    /** Filling takes minutes. */
    @Override
    public boolean isLong() {
        return true;
    }

    @Override
    public List<Figure> measure(Stage stage) throws IOException {
        var engine = URI.create(stage.variable(Variables.ELASTICSEARCH_URL));
        try (var index = new CrowdedIndex(engine, stage.variable(Variables.SEARCH_INDEX_PREFIX) + "-listings")) {
            index.growTo(SMALL);
            var small = searched(stage);
            index.growTo(LARGE);
            var large = searched(stage);
            return List.of(
                    new Figure("p99 ratio", large.percentileMillis(0.99) / small.percentileMillis(0.99), ""),
                    new Figure("p50 at 100,000", small.percentileMillis(0.5), "ms"),
                    new Figure("p99 at 100,000", small.percentileMillis(0.99), "ms"),
                    new Figure("p50 at 1,000,000", large.percentileMillis(0.5), "ms"),
                    new Figure("p99 at 1,000,000", large.percentileMillis(0.99), "ms"));
        }
    }

    private static Latencies searched(Stage stage) {
        var loop = new ClosedLoop(CONNECTIONS);
        var searches = WORDS.stream().map(words -> search(stage, words)).toList();
        searches.forEach(search -> loop.run(search, WARM_UP.dividedBy(WORDS.size())));
        return Latencies.together(
                searches.stream()
                        .map(search -> loop.run(search, ROUND.dividedBy(WORDS.size())))
                        .toList(),
                ROUND);
    }

    private static Load search(Stage stage, String words) {
        return Load.get(
                stage.site(), "/api/v1/search/listings?limit=24&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
    }
}
