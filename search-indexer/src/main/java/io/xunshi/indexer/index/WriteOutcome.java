package io.xunshi.indexer.index;

/** What became of one write. */
public sealed interface WriteOutcome {

    /** It took effect in every index. */
    record Written() implements WriteOutcome {}

    /** The index knew a newer version already; nothing to do. */
    record Outdated() implements WriteOutcome {}

    /** Elasticsearch is busy, or the index has just gone; to be tried again. */
    record Postponed() implements WriteOutcome {}

    /** It can never take effect. */
    record Refused(String reason) implements WriteOutcome {}

    /** The outcome of a write to several indices: the least finished of them. */
    default WriteOutcome and(WriteOutcome other) {
        return rank() >= other.rank() ? this : other;
    }

    private int rank() {
        return switch (this) {
            case Outdated _ -> 0;
            case Written _ -> 1;
            case Refused _ -> 2;
            case Postponed _ -> 3;
        };
    }
}
