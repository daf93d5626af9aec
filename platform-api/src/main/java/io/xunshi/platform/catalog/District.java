package io.xunshi.platform.catalog;

/**
 * One of the sixteen areas that the city plan counts: districts, county-level cities, a county and development zones.
 *
 * @param code the platform's own, since three zones have no statistical code
 * @param group 中心城区 or 其他区、市、县, as in the plan's Annex 2
 * @param lat centre, degrees north (WGS 84), for maps and distances; approximate
 * @param lon centre, degrees east
 */
public record District(String code, String nameZh, String nameEn, String group, double lat, double lon) {}
