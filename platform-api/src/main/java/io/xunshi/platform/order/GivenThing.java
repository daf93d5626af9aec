package io.xunshi.platform.order;

/**
 * What was given away.
 *
 * @param snapshotHash SHA-256 of what was promised, hexadecimal
 */
public record GivenThing(String categoryCode, String districtCode, String conditionCode, String snapshotHash) {}
