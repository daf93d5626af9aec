package io.xunshi.platform.corner.usecase;

import io.xunshi.platform.corner.CornerEvents.BookSwapped;
import io.xunshi.platform.corner.CornerEvents.SwapFacts;
import io.xunshi.platform.corner.storage.MovementRepository;
import io.xunshi.platform.corner.storage.MovementRepository.Departure;
import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.Sha256;
import io.xunshi.platform.kernel.ShortCode;
import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Tells of books that left for good, once nobody can take it back: what is sealed in the log cannot be undone. Any
 * replica may run it; each book is claimed in the transaction of its event.
 */
@Component
public class TellSwaps {
    private static final Logger log = LoggerFactory.getLogger(TellSwaps.class);
    private static final int BATCH = 200;

    private final MovementRepository movements;
    private final EventPublisher events;
    private final TransactionalOperator transaction;
    private final IdGenerator ids;
    private final Clock clock;

    TellSwaps(
            MovementRepository movements,
            EventPublisher events,
            TransactionalOperator transaction,
            IdGenerator ids,
            Clock clock) {
        this.movements = movements;
        this.events = events;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${xunshi.corner.swap-interval:2s}")
    public Mono<Void> tellDue() {
        // Spring calls this once and subscribes again and again: what depends on the time must be deferred.
        return Mono.defer(() -> movements
                        .claimDue(clock.instant(), BATCH)
                        .collectList()
                        .flatMapIterable(due -> due)
                        .concatMap(this::tell)
                        .then()
                        .as(transaction::transactional))
                .onErrorResume(error -> {
                    log.warn("Swapped books will be told of again: {}", error.toString());
                    return Mono.empty();
                });
    }

    /** What the record of a book that left is called in the log, <code>E…</code>. */
    static String codeOf(UUID movement) {
        return ShortCode.of('E', movement);
    }

    private Mono<Void> tell(Departure left) {
        return events.publish(new BookSwapped(
                ids.next(),
                left.at(),
                left.movement(),
                new SwapFacts(
                        codeOf(left.movement()),
                        left.corner(),
                        left.cornerCode(),
                        left.districtCode(),
                        left.condition(),
                        Sha256.of(left.isbn() + '|' + left.condition()))));
    }
}
