package io.xunshi.platform.tender.domain;

/**
 * What a buyer did with the tenders for which suppliers quoted. Everybody may read it before they quote.
 *
 * @param awarded decided in time
 * @param lapsed not decided in time
 * @param cancelled called off when the quotes were open
 */
public record BuyerRecord(long awarded, long lapsed, long cancelled) {}
