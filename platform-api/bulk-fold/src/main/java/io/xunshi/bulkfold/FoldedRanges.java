package io.xunshi.bulkfold;

import io.xunshi.transparency.fold.PartialFold;
import io.xunshi.transparency.merkle.Hash;
import io.xunshi.transparency.verify.EntryRange;
import io.xunshi.transparency.verify.LogSource;
import io.xunshi.transparency.verify.VerificationFailure;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What came of some ranges of the log: their fold, their roots, and what was found wrong in them. Not thread-safe. */
final class FoldedRanges implements Serializable {
    private final PartialFold fold = new PartialFold();
    private final NavigableMap<Long, Hash> roots = new TreeMap<>();
    private final NavigableMap<Long, String> flaws = new TreeMap<>();

    /** @throws IOException where a file cannot be had, so that it is tried again somewhere else */
    static FoldedRanges of(EntryRange range, LogSource source) throws IOException {
        var folded = new FoldedRanges();
        try {
            folded.roots.put(range.index(), range.read(source, folded.fold::add).root());
        } catch (VerificationFailure failure) {
            // A finding and no fault: trying again would find the same.
            folded.flaws.put(range.index(), String.valueOf(failure.getMessage()));
        }
        return folded;
    }

    /** Takes in what came of others, in any order. */
    FoldedRanges merge(FoldedRanges others) {
        fold.merge(others.fold);
        roots.putAll(others.roots);
        flaws.putAll(others.flaws);
        return this;
    }

    /** @throws VerificationFailure with the first flaw of the log, where there is one */
    PartialFold fold() throws VerificationFailure {
        var first = flaws.firstEntry();
        if (first != null) {
            throw new VerificationFailure(first.getValue());
        }
        return fold;
    }

    /** Of all ranges without a flaw, in order. */
    List<Hash> roots() {
        return List.copyOf(roots.values());
    }
}
