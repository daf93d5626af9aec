package io.xunshi.platform.purpose;

import io.xunshi.platform.events.DomainEvent;
import io.xunshi.platform.identity.AccountId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** News of what officers look at. */
public sealed interface PurposeEvents extends DomainEvent {

    UUID lookId();

    @Override
    default UUID aggregateId() {
        return lookId();
    }

    /**
     * An officer was shown personal data.
     *
     * @param person whose; null where it is nobody's with an account
     * @param statementHash SHA-256 of the purpose as it was declared, hexadecimal
     */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "purpose", name = "personal-data-seen")
    record PersonalDataSeen(
            UUID eventId,
            Instant at,
            UUID lookId,
            AccountId officer,
            @Nullable AccountId person,
            PurposeKind purpose,
            Sight sight,
            String statementHash)
            implements PurposeEvents {}
}
