package io.xunshi.platform.pricing.domain;

/**
 * A reference price that is fixed on every trading day (参考价序列), in yuan a tonne.
 *
 * @param code upper case, <code>AD</code>
 * @param calendar whose trading days it has
 * @param source who publishes it, in words
 */
public record Series(String code, String calendar, String nameZh, String nameEn, String source) {}
