package io.xunshi.platform.kernel;

import java.time.ZoneId;

/** Instants are kept in UTC; what people call a day is the city's. */
public final class CityTime {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private CityTime() {}
}
