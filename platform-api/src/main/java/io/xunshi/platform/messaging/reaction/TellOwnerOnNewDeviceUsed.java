package io.xunshi.platform.messaging.reaction;

import io.xunshi.platform.identity.IdentityEvents.NewDeviceUsed;
import io.xunshi.platform.messaging.domain.NotificationKind;
import io.xunshi.platform.messaging.usecase.TellOwner;
import java.util.Map;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Its owner hears of a browser that they never used. */
@Component
class TellOwnerOnNewDeviceUsed {
    private final TellOwner tellOwner;

    TellOwnerOnNewDeviceUsed(TellOwner tellOwner) {
        this.tellOwner = tellOwner;
    }

    @DomainEventHandler
    Mono<Void> on(NewDeviceUsed event) {
        return tellOwner.tell(
                event, NotificationKind.NEW_DEVICE, Map.of("title", event.device(), "device", event.device()));
    }
}
