package io.xunshi.platform.order.domain;

/**
 * What can be counted of a person's giving and taking in the last year: facts beside the opinions.
 *
 * @param given things that others have from them
 * @param broken promises that they took back
 * @param received things that they have from others
 * @param noShows 爽约: promised things that they did not fetch
 * @param contested those of the no-shows that they contradict
 */
public record GiftRecord(long given, long broken, long received, long noShows, long contested) {
    public static final GiftRecord NONE = new GiftRecord(0, 0, 0, 0, 0);
}
