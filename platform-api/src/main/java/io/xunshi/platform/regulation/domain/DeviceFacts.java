package io.xunshi.platform.regulation.domain;

/** What the rules look at in a device. */
public record DeviceFacts(
        boolean isWipeVerified, boolean isReportedStolen, boolean isUnchecked, boolean isOfferedByAnother) {
    /** Of goods that are no device. */
    public static final DeviceFacts NONE = new DeviceFacts(false, false, false, false);
}
