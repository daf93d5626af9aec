package io.xunshi.infra.simulation.payment;

import java.util.UUID;

/** Makes Stripe's ids: the kind of object and letters and digits. */
final class ObjectIds {

    private ObjectIds() {}

    /** A new id such as {@code pi_…} for the prefix {@code pi}. */
    static String next(String prefix) {
        return prefix + "_" + UUID.randomUUID().toString().replace("-", "");
    }
}
