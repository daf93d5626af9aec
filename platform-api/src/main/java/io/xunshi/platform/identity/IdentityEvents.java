package io.xunshi.platform.identity;

import io.xunshi.platform.events.DomainEvent;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** News about accounts. */
public sealed interface IdentityEvents extends DomainEvent {

    UUID accountId();

    @Override
    default UUID aggregateId() {
        return accountId();
    }

    /** An administrator decided what an account may do from now on. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "identity", name = "roles-granted")
    record RolesGranted(UUID eventId, Instant at, UUID accountId, UUID officerId, Set<Role> roles)
            implements IdentityEvents {}

    /** Asked to be erased: takes back what they offer, and begins nothing any more. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "identity", name = "account-leaving")
    record AccountLeaving(UUID eventId, Instant at, UUID accountId) implements IdentityEvents {}

    /** Nobody stands behind the id any more. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "identity", name = "account-erased")
    record AccountErased(UUID eventId, Instant at, UUID accountId) implements IdentityEvents {}

    /**
     * Somebody signed in with a browser that the account was never used with.
     *
     * @param device in words, such as <code>Chrome · Android</code>
     */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "identity", name = "new-device-used")
    record NewDeviceUsed(UUID eventId, Instant at, UUID accountId, String device) implements IdentityEvents {}

    /** By who knew the old one, or read a code. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "identity", name = "password-changed")
    record PasswordChanged(UUID eventId, Instant at, UUID accountId) implements IdentityEvents {}

    /** The account is reached, and signed in to, by another phone number or e-mail address. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "identity", name = "contact-changed")
    record ContactChanged(UUID eventId, Instant at, UUID accountId) implements IdentityEvents {}
}
