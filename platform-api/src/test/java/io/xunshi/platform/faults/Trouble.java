package io.xunshi.platform.faults;

import java.util.function.Consumer;

/** The two ways in which a server is not there. */
enum Trouble {
    DOWN(Line::cut),
    HANGING(Line::stall);

    private final Consumer<Line> cause;

    Trouble(Consumer<Line> cause) {
        this.cause = cause;
    }

    void begin(Line line) {
        cause.accept(line);
    }
}
