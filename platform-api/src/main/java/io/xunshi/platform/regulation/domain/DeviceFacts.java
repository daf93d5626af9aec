package io.xunshi.platform.regulation.domain;

/**
 * What the rules look at in a device or a vehicle.
 *
 * @param isOfferedTwice whether its seller offers it in another listing too
 */
public record DeviceFacts(
        boolean isWipeVerified,
        boolean isReportedStolen,
        boolean isUnchecked,
        boolean isOfferedByAnother,
        boolean isOfferedTwice) {
    /** Of goods that are no device. */
    public static final DeviceFacts NONE = new DeviceFacts(false, false, false, false, false);
}
