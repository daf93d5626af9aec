package io.xunshi.platform.shipping.domain;

/**
 * A province of the mainland that parcels go to.
 *
 * @param code of GB/T 2260, two digits
 * @param zone of the tariff
 */
public record Province(String code, String nameZh, String nameEn, String zone) {}
