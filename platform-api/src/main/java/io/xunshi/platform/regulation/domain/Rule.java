package io.xunshi.platform.regulation.domain;

import io.xunshi.platform.regulation.TradeRule;
import java.util.List;
import java.util.Set;

/**
 * A version of a rule with what it looks for.
 *
 * @param leaves the categories whose goods it is about; empty for all
 * @param conditions all of them must hold
 */
public record Rule(TradeRule said, Set<String> leaves, List<Condition> conditions) {
    public Rule {
        leaves = Set.copyOf(leaves);
        conditions = List.copyOf(conditions);
    }

    boolean isAbout(String category) {
        return leaves.isEmpty() || leaves.contains(category);
    }

    boolean holds(Evidence evidence) {
        return conditions.stream().allMatch(condition -> condition.holds(evidence));
    }

    /** Whether it asks nothing of the thing itself: a word that must not be said, and no mark, age or number. */
    boolean looksAtWordsAlone() {
        return conditions.stream().allMatch(Condition.Says.class::isInstance);
    }

    boolean looksAtWipes() {
        return conditions.contains(new Condition.DeviceShows(DeviceSign.WIPE_NOT_VERIFIED));
    }

    /** Whether it can only be answered by what is known of a device. */
    boolean looksAtDevices() {
        return conditions.stream().anyMatch(Condition.DeviceShows.class::isInstance);
    }
}
