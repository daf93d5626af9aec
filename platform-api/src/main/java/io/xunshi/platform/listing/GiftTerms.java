package io.xunshi.platform.listing;

/**
 * On what terms a thing is given away (赠送). It has no price, and is neither sold nor lent meanwhile.
 *
 * @param windowHours how long asks are collected, from the first one on; means nothing where the first who asks gets it
 * @param pickupHours how long a promise waits for the receiver to come
 */
public record GiftTerms(GiftChoice choice, int windowHours, int pickupHours) {

    public GiftTerms {
        if (choice == null) {
            throw new IllegalArgumentException("Terms of a gift say how one of those who ask is chosen");
        }
    }
}
