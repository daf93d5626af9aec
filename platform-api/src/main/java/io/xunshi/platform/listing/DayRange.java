package io.xunshi.platform.listing;

import java.time.LocalDate;

/** Calendar days of the city, both ends included. */
public record DayRange(LocalDate first, LocalDate last) {}
