package io.xunshi.platform.trace.reaction;

import io.xunshi.platform.pricing.PricingEvents.PricesFixed;
import io.xunshi.platform.trace.LogQueue;
import io.xunshi.transparency.record.ReferenceRecord;
import io.xunshi.transparency.record.ReferenceRecord.What;
import java.time.temporal.ChronoUnit;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Seals reference prices by their hash, when an officer has entered or corrected them. */
@Component
class RecordPricesOnPricesFixed {
    private final LogQueue queue;

    RecordPricesOnPricesFixed(LogQueue queue) {
        this.queue = queue;
    }

    @DomainEventHandler
    Mono<Void> on(PricesFixed event) {
        return queue.add(
                event.eventId(),
                event.setId(),
                new ReferenceRecord(
                        event.isCorrection() ? What.CORRECTED : What.FIXED,
                        event.at().truncatedTo(ChronoUnit.MILLIS),
                        event.setId(),
                        event.series(),
                        event.first(),
                        event.last(),
                        event.size(),
                        event.sha256()));
    }
}
