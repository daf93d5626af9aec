package io.xunshi.platform.messaging.domain;

import java.time.Duration;

/** What a moderator makes of a report. */
public enum ReportOutcome {
    NOTHING_WRONG,
    /** 警告 */
    WARNED,
    /** 禁言: may write to nobody for a while. */
    MUTED;

    /** How long; the second time within a year {@link #MUTED_AGAIN_FOR}. */
    public static final Duration MUTED_FOR = Duration.ofDays(7);

    public static final Duration MUTED_AGAIN_FOR = Duration.ofDays(30);

    /** How long an earlier decision makes the next one harder. */
    public static final Duration REMEMBERED = Duration.ofDays(365);
}
