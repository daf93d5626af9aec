package io.xunshi.platform.messaging.reaction;

import io.xunshi.platform.events.OutsideTransaction;
import io.xunshi.platform.messaging.MessagingEvents.NoticeWanted;
import io.xunshi.platform.messaging.usecase.SendNotice;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reaches somebody outside of the platform; the event's id keeps the provider from sending it twice. */
@Component
@OutsideTransaction
class SendNoticeOnNoticeWanted {
    private final SendNotice sendNotice;

    SendNoticeOnNoticeWanted(SendNotice sendNotice) {
        this.sendNotice = sendNotice;
    }

    @DomainEventHandler
    Mono<Void> on(NoticeWanted event) {
        return sendNotice.send(event);
    }
}
