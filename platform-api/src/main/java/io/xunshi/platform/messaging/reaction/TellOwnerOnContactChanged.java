package io.xunshi.platform.messaging.reaction;

import io.xunshi.platform.identity.IdentityEvents.ContactChanged;
import io.xunshi.platform.messaging.domain.NotificationKind;
import io.xunshi.platform.messaging.usecase.TellOwner;
import java.util.Map;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Its owner hears of it by the new contact; the old one was told before. */
@Component
class TellOwnerOnContactChanged {
    private final TellOwner tellOwner;

    TellOwnerOnContactChanged(TellOwner tellOwner) {
        this.tellOwner = tellOwner;
    }

    @DomainEventHandler
    Mono<Void> on(ContactChanged event) {
        return tellOwner.tell(event, NotificationKind.CONTACT_CHANGED, Map.of());
    }
}
