package io.xunshi.infra.launcher.bench;

import java.io.IOException;
import java.util.List;

/** One thing to measure on a running platform. */
interface Benchmark {

    /** As it is called on the command line. */
    String name();

    /** Whether it is measured only where it is asked for. */
    default boolean isLong() {
        return false;
    }

    List<Figure> measure(Stage stage) throws IOException;
}
