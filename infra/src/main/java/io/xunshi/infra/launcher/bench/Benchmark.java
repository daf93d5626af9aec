package io.xunshi.infra.launcher.bench;

import java.io.IOException;
import java.util.List;

/** One thing to measure on a running platform. */
interface Benchmark {

    /** As it is called on the command line. */
    String name();

    List<Figure> measure(Stage stage) throws IOException;
}
