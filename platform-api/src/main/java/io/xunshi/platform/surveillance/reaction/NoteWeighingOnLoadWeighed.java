package io.xunshi.platform.surveillance.reaction;

import io.xunshi.platform.fulfilment.FulfilmentEvents.LoadWeighed;
import io.xunshi.platform.surveillance.usecase.NoteWeighing;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Notes what a scale said. */
@Component
class NoteWeighingOnLoadWeighed {
    private final NoteWeighing noteWeighing;

    NoteWeighingOnLoadWeighed(NoteWeighing noteWeighing) {
        this.noteWeighing = noteWeighing;
    }

    @DomainEventHandler
    Mono<Void> on(LoadWeighed event) {
        return noteWeighing.weighed(event);
    }
}
