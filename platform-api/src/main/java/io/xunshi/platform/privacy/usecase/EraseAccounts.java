package io.xunshi.platform.privacy.usecase;

import io.micrometer.core.instrument.MeterRegistry;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.Departures;
import io.xunshi.platform.identity.PersonalData;
import io.xunshi.platform.privacy.domain.Erasure;
import io.xunshi.platform.privacy.storage.ErasureRepository;
import io.xunshi.platform.privacy.storage.PersonalTables;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Forgets people when their time has come and nothing of theirs is unfinished: in one transaction all that modules
 * declare, so that nobody is ever half forgotten. Any replica may run it.
 */
@Component
class EraseAccounts {
    private static final Logger log = LoggerFactory.getLogger(EraseAccounts.class);
    private static final int BATCH = 20;

    private final ErasureRepository erasures;
    private final PersonalTables tables;
    private final ReadPersonalData personalData;
    private final Departures departures;
    private final List<PersonalData> modules;
    private final TransactionalOperator transaction;
    private final PrivacySettings settings;
    private final Clock clock;
    private final MeterRegistry meters;

    EraseAccounts(
            ErasureRepository erasures,
            PersonalTables tables,
            ReadPersonalData personalData,
            Departures departures,
            List<PersonalData> modules,
            TransactionalOperator transaction,
            PrivacySettings settings,
            Clock clock,
            MeterRegistry meters) {
        this.erasures = erasures;
        this.tables = tables;
        this.personalData = personalData;
        this.departures = departures;
        this.modules = List.copyOf(modules);
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
        this.meters = meters;
    }

    @Scheduled(fixedDelayString = "${xunshi.privacy.erasure-interval:5s}")
    Mono<Void> runDue() {
        return Mono.defer(() -> runDue(clock.instant()));
    }

    private Mono<Void> runDue(Instant now) {
        return erasures.findDue(now, BATCH)
                .collectList()
                .flatMapIterable(due -> due)
                .concatMap(due -> run(due, now))
                .then();
    }

    private Mono<Void> run(Erasure due, Instant now) {
        return erasures.lock(due.id(), now)
                .flatMap(erasure -> personalData
                        .hindrances(erasure.account())
                        .hasElements()
                        .flatMap(
                                isHindered -> follow(erasure, erasure.look(isHindered, now, settings.settling()), now)))
                .as(transaction::transactional)
                .onErrorResume(error -> {
                    log.warn("Erasure {} will be tried again: {}", due.id(), error.toString());
                    return Mono.empty();
                });
    }

    private Mono<Void> follow(Erasure erasure, Erasure.Look look, Instant now) {
        return switch (look) {
            case Erasure.Wait wait -> erasures.postpone(erasure.id(), wait.until(), wait.clearSince());
            case Erasure.Erase erase ->
                photosThatStay(erasure.account())
                        .flatMap(photos -> erase(erasure.account(), photos, now))
                        .then(erasures.finish(erasure.id(), now))
                        .then(departures.announceErased(erasure.account(), now))
                        .doOnSuccess(done ->
                                meters.counter("xunshi.privacy.erasures").increment());
        };
    }

    private Mono<List<UUID>> photosThatStay(AccountId person) {
        return Flux.fromIterable(modules)
                .concatMapIterable(PersonalData::photosThatStay)
                .concatMap(select -> tables.ids(select, person))
                .distinct()
                .collectList();
    }

    private Mono<Void> erase(AccountId person, List<UUID> photos, Instant now) {
        return Flux.fromIterable(modules)
                .concatMapIterable(PersonalData::records)
                .concatMapIterable(record -> record.erasures())
                .concatMap(statement -> tables.erase(statement, person, now, photos))
                .then();
    }
}
