package io.xunshi.platform.marketday.domain;

import java.util.UUID;

/** Who holds market days (集市主办方): an organisation that an administrator has entered. */
public record Organiser(UUID id, String name, Kind kind) {

    /** What it is. */
    public enum Kind {
        /** 寄卖点 */
        CONSIGNMENT_POINT,
        /** 街道或社区 */
        NEIGHBOURHOOD,
        /** 学校 */
        SCHOOL
    }
}
