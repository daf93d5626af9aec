package io.xunshi.platform.payment;

import java.util.UUID;

/** A payment; also the key under which the provider is asked to make it, so asking twice makes one. */
public record PaymentId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
