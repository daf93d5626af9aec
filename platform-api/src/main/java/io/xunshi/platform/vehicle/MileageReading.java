package io.xunshi.platform.vehicle;

import java.time.LocalDate;

/** What the odometer showed on a day. */
public record MileageReading(LocalDate readOn, long km, Source source) {

    /** Who says so. */
    public enum Source {
        SELLER,
        /** 年检 */
        INSPECTION,
        /** 保养记录 */
        SERVICE_RECORD,
        /** An earlier listing of the same vehicle, whoever's it was. */
        PLATFORM
    }
}
