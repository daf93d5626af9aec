package io.xunshi.platform.search.storage;

import java.util.Comparator;

/** Where a message stands in the stream: the millisecond in which Redis took it, and its number in that millisecond. */
public record StreamPosition(long millis, long sequence) implements Comparable<StreamPosition> {
    private static final Comparator<StreamPosition> ORDER =
            Comparator.comparingLong(StreamPosition::millis).thenComparingLong(StreamPosition::sequence);

    @Override
    public int compareTo(StreamPosition other) {
        return ORDER.compare(this, other);
    }
}
