package io.xunshi.platform.search.usecase;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Rebuilds the index where the program was started with <code>--reindex</code>; a failure ends it with status 1. */
@Component
class RebuildIndexOnDemand implements ApplicationRunner {
    private static final Logger log = LoggerFactory.getLogger(RebuildIndexOnDemand.class);
    private static final String REINDEX = "reindex";

    private final RebuildIndex rebuildIndex;

    RebuildIndexOnDemand(RebuildIndex rebuildIndex) {
        this.rebuildIndex = rebuildIndex;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (arguments.containsOption(REINDEX)) {
            // This is the main thread, which has nothing else to do.
            var fed = rebuildIndex.rebuild().toFuture().join();
            log.info("The index was built anew from {} listings", fed);
        }
    }
}
