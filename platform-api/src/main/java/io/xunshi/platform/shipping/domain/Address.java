package io.xunshi.platform.shipping.domain;

import io.xunshi.platform.shipping.AddressId;
import java.time.Instant;

/**
 * An entry of a person's address book.
 *
 * @param isDefault whether it is offered first; one of a person's is
 * @param version grows with every edit
 */
public record Address(AddressId id, PostalAddress at, boolean isDefault, long version, Instant createdAt) {}
