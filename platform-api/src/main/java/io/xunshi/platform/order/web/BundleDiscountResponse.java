package io.xunshi.platform.order.web;

import io.xunshi.platform.order.domain.BundleDiscount;

/** What a seller takes off, in percent, for who buys two things at once, three, five or more; 0 for nothing. */
record BundleDiscountResponse(int fromTwo, int fromThree, int fromFive) {

    static BundleDiscountResponse of(BundleDiscount discount) {
        return new BundleDiscountResponse(discount.fromTwo(), discount.fromThree(), discount.fromFive());
    }
}
