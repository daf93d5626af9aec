package io.xunshi.platform.statistics.usecase;

import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.Sha256;
import io.xunshi.platform.statistics.domain.ObservedDeal;
import io.xunshi.platform.statistics.domain.ObservedDeal.Standing;
import io.xunshi.platform.statistics.domain.PriceRelease;
import io.xunshi.platform.statistics.domain.WeekClosing;
import io.xunshi.platform.statistics.storage.ObservationRepository;
import io.xunshi.platform.statistics.storage.PricePublicationRepository;
import io.xunshi.platform.trace.LogQueue;
import io.xunshi.transparency.price.PricePublication;
import io.xunshi.transparency.record.LogRecord;
import io.xunshi.transparency.record.PriceRecord.Released;
import io.xunshi.transparency.record.PriceWeek;
import io.xunshi.transparency.record.Vintage;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
 * replica at a time, each step in a transaction of its own: a week that fails its audit is not closed, and one whose
 * figures fail is not published; neither hinders another.
 */
@Component
public class ReleasePrices {
    private static final Logger log = LoggerFactory.getLogger(ReleasePrices.class);

    private final ObserveDeal observeDeal;
    private final ObservationRepository observations;
    private final PricePublicationRepository publications;
    private final FoldLog foldLog;
    private final LogQueue queue;
    private final PrepareClosing prepareClosing;
    private final TransactionalOperator transaction;
    private final IdGenerator ids;
    private final Clock clock;

    ReleasePrices(
            ObserveDeal observeDeal,
            ObservationRepository observations,
            PricePublicationRepository publications,
            FoldLog foldLog,
            LogQueue queue,
            PrepareClosing prepareClosing,
            TransactionalOperator transaction,
            IdGenerator ids,
            Clock clock) {
        this.observeDeal = observeDeal;
        this.observations = observations;
        this.publications = publications;
        this.foldLog = foldLog;
        this.queue = queue;
        this.prepareClosing = prepareClosing;
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

    /**
     * One vintage after the other. A later one overtakes only one whose audit failed: the earlier one can't be closed
     * any more afterwards.
     */
    private Flux<Boolean> closeDue(PriceWeek week) {
        var today = LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
        return Flux.fromStream(() -> Stream.of(Vintage.values())
                        .filter(vintage -> !week.due(vintage).isAfter(today)))
                .concatMap(vintage -> close(week, vintage).onErrorResume(error -> {
                    log.error("Prices of {} are not closed for {}: {}", week, vintage, error.toString());
                    return Mono.just(error instanceof ExposingClosing);
                }))
                .takeWhile(isDone -> isDone);
    }

    /** False where it has to wait for the next run: another replica is at it, or the week's deals changed meanwhile. */
    private Mono<Boolean> close(PriceWeek week, Vintage vintage) {
        return alone(toClose(week, vintage))
                .flatMap(deals -> deals.isEmpty()
                        ? Mono.just(true)
                        : prepareClosing
                                .prepare(week, vintage, deals)
                                .flatMap(closing -> alone(keep(closing, standingsOf(deals)))))
                .defaultIfEmpty(false);
    }

    /** None where the week is closed already. */
    private Mono<List<ObservedDeal>> toClose(PriceWeek week, Vintage vintage) {
        return publications
                .isOpen(week, vintage)
                .filter(isOpen -> isOpen)
                .flatMap(isOpen -> observeDeal
                        .notePayments(week)
                        .thenMany(observations.lockOf(week))
                        .collectList())
                .defaultIfEmpty(List.of());
    }

    private Mono<Boolean> keep(WeekClosing closing, Set<Standing> madeOf) {
        return observations
                .lockOf(closing.week())
                .collectList()
                .filter(now -> standingsOf(now).equals(madeOf))
                .flatMap(unchanged -> publications.close(closing.week(), closing.vintage(), clock.instant()))
                .filter(isNew -> isNew)
                .flatMap(isNew -> keep(closing).thenReturn(true));
    }

    private Mono<Void> keep(WeekClosing closing) {
        return Flux.fromIterable(closing.deals())
                .concatMap(observations::save)
                .thenMany(Flux.fromIterable(closing.records()))
                .concatMap(this::queue)
                .then();
    }

    private static Set<Standing> standingsOf(Collection<ObservedDeal> deals) {
        return deals.stream().map(ObservedDeal::standing).collect(Collectors.toSet());
    }

    /** Waits for the next run where no checkpoint covers it yet. */
    private Mono<Void> publish(PriceRelease closed) {
        return foldLog.prices(closed.week(), closed.vintage())
                .flatMap(publication -> alone(publish(publication)))
                .onErrorResume(error -> {
                    log.error(
                            "Prices of {} are not published for {}: {}",
                            closed.week(),
                            closed.vintage(),
                            error.toString());
                    return Mono.empty();
                });
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

    private <T> Mono<T> alone(Mono<T> step) {
        return publications
                .becomeReleaser()
                .filter(alone -> alone)
                .flatMap(alone -> step)
                .as(transaction::transactional);
    }
}
