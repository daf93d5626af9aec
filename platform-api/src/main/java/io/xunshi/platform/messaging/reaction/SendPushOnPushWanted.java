package io.xunshi.platform.messaging.reaction;

import io.xunshi.platform.events.OutsideTransaction;
import io.xunshi.platform.messaging.MessagingEvents.PushWanted;
import io.xunshi.platform.messaging.usecase.SendPush;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reaches one browser; a repetition replaces what the first showed. */
@Component
@OutsideTransaction
class SendPushOnPushWanted {
    private final SendPush sendPush;

    SendPushOnPushWanted(SendPush sendPush) {
        this.sendPush = sendPush;
    }

    @DomainEventHandler
    Mono<Void> on(PushWanted event) {
        return sendPush.send(event);
    }
}
