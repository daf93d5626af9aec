package io.xunshi.platform.messaging.domain;

import io.xunshi.platform.identity.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A report that waits for a moderator.
 *
 * @param remark empty where the reporter wrote nothing
 * @param excerpt what was said last when it was made, oldest first
 * @param isUntouched whether the excerpt is still what its hash was made of
 * @param earlier how often the reported person was warned or muted within a year
 */
public record WaitingReport(
        UUID id,
        AccountId reporter,
        AccountId reported,
        String listingTitle,
        ReportReason reason,
        String remark,
        List<Line> excerpt,
        boolean isUntouched,
        long earlier,
        Instant at) {

    public WaitingReport {
        excerpt = List.copyOf(excerpt);
    }

    /**
     * What one of the two said.
     *
     * @param photos how many came with it
     */
    public record Line(AccountId sender, String text, int photos, Instant at) {}
}
