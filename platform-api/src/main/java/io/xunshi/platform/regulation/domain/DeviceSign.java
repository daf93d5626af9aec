package io.xunshi.platform.regulation.domain;

import java.util.function.Predicate;

/** What a rule may find in a device. */
public enum DeviceSign {
    WIPE_NOT_VERIFIED(device -> !device.isWipeVerified()),
    REPORTED_STOLEN(DeviceFacts::isReportedStolen),
    STOLEN_LIST_UNANSWERED(DeviceFacts::isUnchecked),
    OFFERED_BY_ANOTHER(DeviceFacts::isOfferedByAnother),
    OFFERED_TWICE(DeviceFacts::isOfferedTwice);

    private final Predicate<DeviceFacts> isSeen;

    DeviceSign(Predicate<DeviceFacts> isSeen) {
        this.isSeen = isSeen;
    }

    boolean isSeenIn(DeviceFacts device) {
        return isSeen.test(device);
    }
}
