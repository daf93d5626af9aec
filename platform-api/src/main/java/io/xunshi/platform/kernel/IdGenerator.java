package io.xunshi.platform.kernel;

import java.util.UUID;

/** Makes ids that sort by the time of the injected clock, so that indexes grow at one end. */
@FunctionalInterface
public interface IdGenerator {

    /** A new UUID version 7 (RFC 9562). Thread-safe. */
    UUID next();
}
