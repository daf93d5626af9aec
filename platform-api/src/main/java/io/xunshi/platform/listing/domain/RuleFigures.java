package io.xunshi.platform.listing.domain;

import org.jspecify.annotations.Nullable;

/**
 * How a version of a rule does: what it sent to moderators and what they made of it. A decision that an appeal
 * overturned counts as the appeal's.
 *
 * @param rule its reference
 * @param waiting open cases
 * @param refused where the moderator agreed with the rule
 * @param approved where the rule was wrong
 */
public record RuleFigures(String rule, long waiting, long refused, long approved) {
    /** How many of a hundred decided cases the rule was right in, rounded half up; null before the first. */
    public @Nullable Integer precisionPercent() {
        var decided = refused + approved;
        return decided == 0 ? null : Math.toIntExact((200 * refused + decided) / (2 * decided));
    }
}
