package io.xunshi.platform.messaging.reaction;

import io.xunshi.platform.identity.IdentityEvents.PasswordChanged;
import io.xunshi.platform.messaging.domain.NotificationKind;
import io.xunshi.platform.messaging.usecase.TellOwner;
import java.util.Map;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Its owner hears that the password is another. */
@Component
class TellOwnerOnPasswordChanged {
    private final TellOwner tellOwner;

    TellOwnerOnPasswordChanged(TellOwner tellOwner) {
        this.tellOwner = tellOwner;
    }

    @DomainEventHandler
    Mono<Void> on(PasswordChanged event) {
        return tellOwner.tell(event, NotificationKind.PASSWORD_CHANGED, Map.of());
    }
}
