package io.xunshi.platform.shipping.web;

import io.xunshi.platform.shipping.domain.Address;
import java.util.UUID;

/** An address as its owner sees it: whole. */
record AddressResponse(
        UUID id,
        String name,
        String phone,
        String province,
        String city,
        String street,
        boolean isDefault,
        long version) {

    static AddressResponse of(Address address) {
        var at = address.at();
        return new AddressResponse(
                address.id().value(),
                at.name(),
                at.phone(),
                at.province(),
                at.city(),
                at.street(),
                address.isDefault(),
                address.version());
    }
}
