package io.xunshi.platform.organisation.usecase;

import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.organisation.OrganisationEvents.LicenceExpired;
import io.xunshi.platform.organisation.domain.Paper;
import io.xunshi.platform.organisation.domain.Warnings;
import io.xunshi.platform.organisation.storage.TradeLicenceRepository;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Tells owners thirty, seven and one day before a licence ends, and when it has; says the last to other modules too.
 * Any replica may run it: of two that try, one tells and the other nothing.
 */
@Component
public class RunLicenceTimers {
    private static final Logger log = LoggerFactory.getLogger(RunLicenceTimers.class);
    private static final int BATCH = 500;

    private final TradeLicenceRepository licences;
    private final TellOwners tellOwners;
    private final EventPublisher events;
    private final TransactionalOperator transaction;
    private final IdGenerator ids;
    private final Clock clock;

    RunLicenceTimers(
            TradeLicenceRepository licences,
            TellOwners tellOwners,
            EventPublisher events,
            TransactionalOperator transaction,
            IdGenerator ids,
            Clock clock) {
        this.licences = licences;
        this.tellOwners = tellOwners;
        this.events = events;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /** Often enough that midnight in the city is not long past. */
    @Scheduled(fixedDelayString = "${xunshi.organisation.timer-interval:5m}")
    public Mono<Void> runDue() {
        return Mono.defer(() -> runDue(clock.instant()));
    }

    private Mono<Void> runDue(Instant now) {
        var today = LocalDate.ofInstant(now, CityTime.ZONE);
        return licences.findEnding(today, BATCH)
                .collectList()
                .flatMapIterable(ending -> ending)
                .concatMap(ending -> run(ending, today, now))
                .then();
    }

    private Mono<Void> run(UUID id, LocalDate today, Instant now) {
        return licences.find(id)
                .flatMap(paper -> Mono.justOrEmpty(Warnings.due(lastDay(paper), today)))
                .flatMap(days -> licences.claimWarning(id, days)
                        .delayUntil(paper -> days == 0 ? announce(paper, now) : Mono.empty())
                        .flatMap(paper -> tell(paper, days)))
                .as(transaction::transactional)
                .onErrorResume(error -> {
                    log.warn("The owners will be told later of the end of licence {}: {}", id, error.toString());
                    return Mono.empty();
                });
    }

    private Mono<Void> announce(Paper paper, Instant now) {
        var licence = paper.licence();
        return events.publish(new LicenceExpired(
                ids.next(), now, paper.organisation().value(), licence.id(), licence.kind(), lastDay(paper)));
    }

    /** Who has renewed it already is told nothing. */
    private Mono<Void> tell(Paper paper, int days) {
        return licences.findCounting(paper.organisation())
                .any(other -> Warnings.isRenewalOf(other, paper.licence()))
                .flatMap(isRenewed -> isRenewed ? Mono.empty() : tellOwners.ofEnd(paper, days));
    }

    private static LocalDate lastDay(Paper paper) {
        return Objects.requireNonNull(paper.licence().validTo(), "only what ends is found");
    }
}
