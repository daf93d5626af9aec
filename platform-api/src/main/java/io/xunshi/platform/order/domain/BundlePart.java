package io.xunshi.platform.order.domain;

import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.order.BundleId;
import io.xunshi.platform.order.BundleStep;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That a purchase was made together with others of the same seller.
 *
 * @param position its place in the bundle, from 0; purchases and things are always locked in this order
 * @param size how many purchases the bundle has
 * @param discount what the seller took off the price that was asked; nothing or more
 */
public record BundlePart(BundleId bundle, int position, int size, Money discount) {

    /** How the step is told that one of several purchases takes with the others; null where it takes it alone. */
    public static @Nullable BundleStep stepOf(int index, List<Order> moved) {
        var part = moved.get(index).part();
        return part == null || moved.size() == 1
                ? null
                : new BundleStep(part.bundle().value(), moved.size(), index == 0);
    }
}
