package io.xunshi.platform.messaging.domain;

import java.util.UUID;

/** What goes down the line to an open page. */
public sealed interface LiveSignal {
    /**
     * The line is open; everything after the position will come.
     *
     * @param isResumed whether the page goes on where an earlier line broke
     */
    record Ready(long position, boolean isResumed) implements LiveSignal {}

    record News(LiveEvent event) implements LiveSignal {}

    /** Too much was missed to be told one by one: the page must load anew what it shows. */
    record Resync(long position) implements LiveSignal {}

    /** The other side is writing; never stored, and worth nothing a moment later. */
    record Typing(UUID conversation) implements LiveSignal {}

    /** Keeps proxies from closing a silent line. */
    record Heartbeat() implements LiveSignal {}

    /** The person's session has ended, and the line with it; never sent. */
    record SignedOut() implements LiveSignal {}
}
