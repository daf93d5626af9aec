package io.xunshi.platform.statistics.usecase;

import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.Sha256;
import io.xunshi.platform.statistics.domain.DisclosureAudit;
import io.xunshi.platform.statistics.domain.PriceRelease;
import io.xunshi.platform.statistics.domain.WeekClosing;
import io.xunshi.platform.statistics.domain.WeekPseudonyms;
import io.xunshi.platform.statistics.storage.ObservationRepository;
import io.xunshi.platform.statistics.storage.PricePublicationRepository;
import io.xunshi.platform.trace.LogQueue;
import io.xunshi.transparency.price.DominanceRule;
import io.xunshi.transparency.price.PricePublication;
import io.xunshi.transparency.record.LogRecord;
import io.xunshi.transparency.record.PriceRecord.Released;
import io.xunshi.transparency.record.PriceWeek;
import io.xunshi.transparency.record.Vintage;
import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Closes weeks when a vintage is due, and publishes their figures once a checkpoint covers what they are made of. One
 * replica at a time, each step in a transaction of its own: a week that fails its audit is not closed, and hinders no
 * other.
 */
@Component
public class ReleasePrices {
    private static final Logger log = LoggerFactory.getLogger(ReleasePrices.class);

    private final ObserveDeal observeDeal;
    private final ObservationRepository observations;
    private final PricePublicationRepository publications;
    private final FoldLog foldLog;
    private final LogQueue queue;
    private final DominanceRule rule;
    private final WeekPseudonyms names;
    private final TransactionalOperator transaction;
    private final IdGenerator ids;
    private final Clock clock;

    ReleasePrices(
            ObserveDeal observeDeal,
            ObservationRepository observations,
            PricePublicationRepository publications,
            FoldLog foldLog,
            LogQueue queue,
            PriceSettings settings,
            TransactionalOperator transaction,
            IdGenerator ids,
            Clock clock) {
        this.observeDeal = observeDeal;
        this.observations = observations;
        this.publications = publications;
        this.foldLog = foldLog;
        this.queue = queue;
        rule = new DominanceRule(settings.dominancePercent());
        names = new WeekPseudonyms(settings.secretBytes());
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${xunshi.prices.release-interval:60s}")
    public Mono<Void> run() {
        return observations
                .findOpenWeeks()
                .collectList()
                .flatMapIterable(weeks -> weeks)
                .concatMap(this::closeDue)
                .thenMany(publications.findClosed().collectList())
                .flatMapIterable(closed -> closed)
                .concatMap(this::publish)
                .then();
    }

    private Flux<Void> closeDue(PriceWeek week) {
        var today = LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
        return Flux.fromStream(() -> Stream.of(Vintage.values())
                        .filter(vintage -> !week.due(vintage).isAfter(today)))
                .concatMap(vintage -> alone(close(week, vintage)).onErrorResume(error -> {
                    log.error("Prices of {} are not closed for {}: {}", week, vintage, error.toString());
                    return Mono.empty();
                }));
    }

    private Mono<Void> close(PriceWeek week, Vintage vintage) {
        return publications
                .close(week, vintage, clock.instant())
                .filter(isNew -> isNew)
                .flatMapMany(isNew -> observeDeal.notePayments(week).thenMany(observations.lockOf(week)))
                .collectList()
                .filter(deals -> !deals.isEmpty())
                .map(deals -> WeekClosing.of(week, vintage, deals, rule, names))
                .doOnNext(this::audit)
                .flatMap(this::keep);
    }

    private void audit(WeekClosing closing) {
        var exposed = new DisclosureAudit(rule).of(closing.deals());
        if (!exposed.isEmpty()) {
            throw new IllegalStateException("The release could expose " + exposed.size() + " hidden cells");
        }
    }

    private Mono<Void> keep(WeekClosing closing) {
        return Flux.fromIterable(closing.deals())
                .concatMap(observations::save)
                .thenMany(Flux.fromIterable(closing.records()))
                .concatMap(this::queue)
                .then();
    }

    /** Waits for the next run where no checkpoint covers it yet. */
    private Mono<Void> publish(PriceRelease closed) {
        return foldLog.prices(closed.week(), closed.vintage()).flatMap(publication -> alone(publish(publication)));
    }

    private Mono<Void> publish(PricePublication publication) {
        return publications
                .findBytes(publication.week(), publication.vintage())
                .hasElement()
                .filter(isPublished -> !isPublished)
                .flatMap(isNew -> publications
                        .add(publication, clock.instant())
                        .then(queue(new Released(
                                publication.week(), publication.vintage(), Sha256.of(publication.bytes())))));
    }

    private Mono<Void> queue(LogRecord record) {
        var id = ids.next();
        return queue.add(id, id, record);
    }

    private Mono<Void> alone(Mono<Void> step) {
        return publications
                .becomeReleaser()
                .filter(alone -> alone)
                .flatMap(alone -> step)
                .as(transaction::transactional);
    }
}
