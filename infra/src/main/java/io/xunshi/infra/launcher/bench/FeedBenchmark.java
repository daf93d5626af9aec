package io.xunshi.infra.launcher.bench;

import java.util.List;

/** The home feed of somebody who is signed in: nearness, interest and freshness of everything on offer. */
final class FeedBenchmark implements Benchmark {

    @Override
    public String name() {
        return "feed";
    }

    @Override
    public List<Figure> measure(Stage stage) {
        var reader = stage.demo("RESIDENT");
        return new Comparison().alone(Load.get(stage.site(), "/api/v1/home-feed?limit=24", reader.cookies()));
    }
}
